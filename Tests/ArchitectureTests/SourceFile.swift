import Foundation

/// A file below `Sources`, as text.
struct SourceFile {
  /// The module it belongs to: the first folder below `Sources`.
  let module: String

  /// The path below `Sources`.
  let path: String

  let lines: [Substring]

  /// The root of the repository.
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every file of the program in Swift or C.
  static func all() throws -> [SourceFile] {
    let sources = repository.appendingPathComponent("Sources")
    let paths = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String }
    return try (paths ?? []).filter { path in
      ["swift", "c", "h", "modulemap"].contains((path as NSString).pathExtension)
    }.map { path in
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      return SourceFile(
        module: path.split(separator: "/").first.map(String.init) ?? "", path: path,
        lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }

  /// The modules that the file imports.
  var imports: Set<String> {
    Set(
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count else {
          return nil
        }
        return words[place + 1].split(separator: ".").first.map(String.init)
      })
  }

  /// The lines without comments.
  var code: [String] {
    lines.map { line in
      let range = line.range(of: "//")
      return String(range.map { line[..<$0.lowerBound] } ?? line)
    }
  }
}
