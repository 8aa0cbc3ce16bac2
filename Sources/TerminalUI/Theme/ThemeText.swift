/// A theme as it stands in a file.
public struct ThemeText: Sendable, Hashable {
  /// The file's path, or the name of a built-in theme; used in warnings.
  public let file: String
  /// The TOML.
  public let toml: String

  /// A theme's text and where it came from.
  public init(file: String, toml: String) {
    self.file = file
    self.toml = toml
  }

  /// The line of a key, counted from 1: `roles.train` or, outside tables, `inherits`.
  ///
  /// The parser gives no places of values, so the line is looked for. A key that has no line of its
  /// own, as within `{ ... }`, is on the line of the one around it; `nil` when that is not found
  /// either.
  func line(of key: String) -> Int? {
    var table = ""
    for (index, line) in toml.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.trimmed
      if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
        table = line[line.index(after: line.startIndex)..<end].trimmed + "."
        continue
      }
      guard let equals = line.firstIndex(of: "=") else { continue }
      let name = table + line[..<equals].trimmed.filter { $0 != "\"" && $0 != "'" }
      if name == key || name.hasPrefix("\(key).") { return index + 1 }
    }
    return key.lastIndex(of: ".").flatMap { self.line(of: String(key[..<$0])) }
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
