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
  /// The parser gives no places of values, so the line is looked for; `nil` when it is not found in
  /// the plain form `key = value` below `[table]`.
  func line(of key: String) -> Int? {
    let parts = key.split(separator: ".", maxSplits: 1)
    let wanted = (table: parts.count == 2 ? parts[0] : "", key: parts.last ?? "")
    var table: Substring = ""
    for (index, line) in toml.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.trimmed
      if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
        table = line[line.index(after: line.startIndex)..<end].trimmed
        continue
      }
      guard table == wanted.table, let equals = line.firstIndex(of: "=") else { continue }
      let name = line[..<equals].trimmed.filter { $0 != "\"" && $0 != "'" }
      if name == wanted.key || name.hasPrefix("\(wanted.key).") { return index + 1 }
    }
    return nil
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
