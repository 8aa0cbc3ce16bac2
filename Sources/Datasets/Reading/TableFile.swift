/// What a path names, opened for reading: a file, or several of the same columns read one after the other.
final class TableFile {
  /// The path as it was given.
  let path: String

  /// The names of the columns of all parts, those that are ignored too.
  private(set) var allNames: Set<String>

  private let parts: [String]
  private let ignored: [String]
  private let open: (String) throws(DatasetError) -> any RowFile
  /// The first part.
  ///
  /// It stays open, as what comes out of a pipe comes only once.
  let first: any RowFile

  /// Opens what a path names.
  ///
  /// - Parameters:
  ///   - path: a file, or a pattern of several.
  ///   - ignored: columns that need not be in every part.
  ///   - open: opens a file.
  /// - Throws: `DatasetError` when a file cannot be read or has a bad header, and when the headers differ.
  init(
    _ path: String, ignoring ignored: [String],
    open: @escaping (String) throws(DatasetError) -> any RowFile
  ) throws(DatasetError) {
    self.path = path
    self.ignored = ignored
    self.open = open
    parts = try FilePattern(path).files()
    first = try open(parts[0])
    allNames = Set(first.names)
    for part in parts.dropFirst() {
      let part = try open(part)
      try checkNames(of: part)
      allNames.formUnion(part.names)
    }
  }

  /// The names of the columns, in the order of the first part.
  var names: [String] { first.names }

  /// Reads the rows of all parts from the first one on.
  ///
  /// - Parameters:
  ///   - builders: one for each name.
  ///   - limit: the number of rows after which to stop.
  /// - Returns: the number of rows read.
  /// - Throws: `DatasetError` when a row is malformed or a cell is not what its builder asks for.
  func readRows(
    into builders: [ColumnBuilder], limit: Int = .max
  ) throws(DatasetError) -> Int {
    try first.rewind()
    let places = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    var rows = 0
    for (index, part) in parts.enumerated() where rows < limit {
      let file = index == 0 ? first : try open(part)
      if index > 0 { try checkNames(of: file) }
      // Columns may stand in another order in each part.
      let own = file.names.map { name in places[name].map { builders[$0] } ?? .passingOver(name) }
      let read = try file.readRows(
        into: own, at: rows, limit: limit - rows, share: Double(parts.count - index))
      rows += read
    }
    guard rows > 0 else { throw DatasetError(.headerOnly, file: path) }
    return rows
  }

  /// The file and the line that a row begins on; nil when it can no longer be read so far, or has no lines.
  func place(ofRow row: Int) -> (file: String, line: Int)? {
    var before = 0
    for part in parts {
      guard let file = try? open(part) else { return nil }
      if let line = try? file.line(ofRow: row - before) { return (part, line) }
      guard parts.count > 1, (try? file.rewind()) != nil,
        let rows = try? file.readRows(
          into: file.names.map { .passingOver($0) }, at: 0, limit: .max, share: 1)
      else { return nil }
      before += rows
    }
    return nil
  }

  /// Refuses a part that has other columns than the first.
  private func checkNames(of part: any RowFile) throws(DatasetError) {
    for (file, other) in [(first, part), (part, first)] {
      let others = Set(other.names)
      let missing = file.names.first { !others.contains($0) && !ignored.contains($0) }
      if let missing {
        throw DatasetError(
          .missingColumn(presentIn: file.path), file: other.path, column: missing)
      }
    }
  }
}
