import Foundation

/// A path, or a pattern of paths, as a shell reads it.
///
/// `*` stands for any characters of a name, `?` for one, `[a-z]` for one of several, `{a,b}` for either text, and
/// `**` as a whole name for folders of any depth. Names that begin with a dot are only meant where the
/// pattern has the dot. A file of exactly the name is meant before any pattern.
public struct FilePattern: Sendable, Equatable {
  /// The text, as it was given.
  public let text: String

  /// More than this are hardly meant.
  private static let mostFiles = 100_000
  private static let mostAlternatives = 4096

  /// Takes a text for a path or a pattern.
  public init(_ text: String) { self.text = text }

  /// The pattern of files that are meant by one of several patterns, in their order.
  public init(anyOf patterns: [String]) {
    text = patterns.count == 1 ? patterns[0] : "{\(patterns.joined(separator: ","))}"
  }

  /// Whether the text can stand for several files.
  public var isPattern: Bool { text.contains { "*?[{".contains($0) } }

  /// The files that are meant: those of each of the alternatives in braces, by name; each file once.
  ///
  /// - Returns: at least one path; of a text that is no pattern that path, whether there is such a file or not.
  /// - Throws: `DatasetError` when no file has a name like that.
  public func files() throws(DatasetError) -> [String] {
    guard isPattern, !FileManager.default.fileExists(atPath: text) else { return [text] }
    var seen: Set<String> = []
    var files: [String] = []
    for alternative in Self.alternatives(text) {
      var parts: [String] = []
      for part in alternative.split(separator: "/").map(String.init)
      where part != "**" || parts.last != part { parts.append(part) }
      let root = alternative.hasPrefix("/") ? "/" : ""
      let found = Self.paths(below: root, parts[...], limit: Self.mostFiles)
      for path in found.sorted() where seen.insert(path).inserted {
        files.append(path)
      }
    }
    guard !files.isEmpty else { throw DatasetError(.noSuchFiles, file: text) }
    return files
  }

  /// The texts that one with braces stands for, in order; braces without a comma are themselves.
  ///
  /// What is nested, or repeated, more often than anybody would is taken as it is.
  static func alternatives(_ text: String, depth: Int = 0) -> [String] {
    guard depth < 32, let braces = Braces(in: text) else { return [text] }
    let tails = alternatives(braces.tail, depth: depth + 1)
    var found: [String] = []
    for option in braces.options {
      for middle in alternatives(option, depth: depth + 1) {
        for tail in tails where found.count < mostAlternatives {
          found.append(braces.head + middle + tail)
        }
      }
    }
    return found
  }

  /// The first braces of a text that hold a comma of their own.
  private struct Braces {
    var head: String
    var options: [String]
    var tail: String

    init?(in text: String) {
      var depth = 0
      var borders: [String.Index] = []
      for index in text.indices {
        switch text[index] {
        case "{":
          depth += 1
          if depth == 1 { borders = [index] }
        case "," where depth == 1: borders.append(index)
        case "}" where depth > 0:
          depth -= 1
          guard depth == 0, borders.count > 1 else { continue }
          head = String(text[..<borders[0]])
          options = zip(borders, borders.dropFirst() + [index]).map {
            String(text[text.index(after: $0)..<$1])
          }
          tail = String(text[text.index(after: index)...])
          return
        default: break
        }
      }
      return nil
    }
  }

  /// The files below a folder whose paths match, part by part.
  private static func paths(
    below folder: String, _ parts: ArraySlice<String>, limit: Int
  ) -> [String] {
    guard let part = parts.first else { return [] }
    let rest = parts.dropFirst()
    func joined(_ name: String) -> String {
      folder.isEmpty || folder == "/" ? folder + name : "\(folder)/\(name)"
    }
    guard part.contains(where: { "*?[".contains($0) }) else {
      let path = joined(part)
      return rest.isEmpty ? (isFile(path) ? [path] : []) : paths(below: path, rest, limit: limit)
    }
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    var found = part == "**" ? paths(below: folder, rest, limit: limit) : []
    for name in names where found.count < limit {
      let path = joined(name)
      if part == "**" {
        // Links may lead back to where they stand.
        guard !name.hasPrefix("."), isFolder(path, followsLinks: false) else { continue }
        found += paths(below: path, parts, limit: limit - found.count)
      } else if fnmatch(part, name, FNM_PERIOD) == 0 {
        if rest.isEmpty {
          if isFile(path) { found.append(path) }
        } else if isFolder(path, followsLinks: true) {
          found += paths(below: path, rest, limit: limit - found.count)
        }
      }
    }
    return found
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func isFolder(_ path: String, followsLinks: Bool) -> Bool {
    var status = stat()
    let code = followsLinks ? stat(path, &status) : lstat(path, &status)
    return code == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
