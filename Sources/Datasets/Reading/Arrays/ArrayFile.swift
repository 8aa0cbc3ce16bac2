/// A file of NumPy arrays, opened for reading: one (`.npy`), or several side by side (`.npz`).
final class ArrayFile: RowFile {
  let path: String
  let names: [String]
  let hasDecimalComma = false

  private let source: ByteSource
  private let archive: ZipArchive?
  private let members: [Member]

  /// An array of the file.
  private struct Member {
    /// The file in the archive; nil when the array is the file.
    var entry: ZipArchive.Entry?
    /// Where an error is, as a message says it.
    var place: String
    /// The columns; why there are none, of an array that can only be dropped.
    var columns: Result<ArrayColumns, DatasetError>
    var names: [String]
  }

  /// What the names of arrays end with in an archive.
  private static let suffix = ".npy"

  /// Opens a file of one array, at its first byte.
  ///
  /// - Throws: `DatasetError` when it is damaged, or no table can be made of the array.
  init(array source: ByteSource) throws(DatasetError) {
    path = source.path
    self.source = source
    archive = nil
    do {
      let columns = try ArrayColumns(ArrayHeader(source), of: nil)
      names = columns.names
      members = [Member(place: path, columns: .success(columns), names: names)]
    } catch {
      throw error.in(source.path)
    }
    try checkNames()
  }

  /// Opens an archive of arrays.
  ///
  /// - Throws: `DatasetError` when it is damaged, or holds no arrays.
  init(archive source: ByteSource) throws(DatasetError) {
    path = source.path
    self.source = source
    let archive = try ZipArchive(source)
    self.archive = archive
    members = archive.entries.filter { $0.name.hasSuffix(Self.suffix) }.map { entry in
      let name = String(entry.name.dropLast(Self.suffix.count))
      let place = "\(source.path), array \(name)"
      let columns = Result { () throws(DatasetError) in
        try ArrayColumns(ArrayHeader(ZipEntryStream(entry, of: archive)), of: name)
      }.mapError { $0.in(place) }
      return Member(
        entry: entry, place: place, columns: columns, names: (try? columns.get())?.names ?? [name])
    }
    names = members.flatMap(\.names)
    guard !members.isEmpty else {
      throw DatasetError(.binary("a zip archive or an Excel workbook"), file: path)
    }
    try checkNames()
  }

  func readRows(
    into builders: [ColumnBuilder], at row: Int, limit: Int, share: Double
  ) throws(DatasetError) -> Int {
    var rest = builders[...]
    var first: ArrayColumns?
    for member in members {
      let own = Array(rest.prefix(member.names.count))
      rest = rest.dropFirst(own.count)
      guard own.contains(where: \.isRead) else { continue }
      let columns = try member.columns.get()
      if let first, first.rowCount != columns.rowCount {
        throw DatasetError(
          .unevenArrays(columns.rowCount, other: first.array ?? "", first.rowCount),
          file: member.place)
      }
      first = first ?? columns
      do {
        let stream = try stream(of: member.entry)
        _ = try ArrayHeader(stream)
        try columns.readRows(stream, into: own, at: row, limit: limit, file: member.place)
      } catch {
        throw error.in(member.place)
      }
    }
    if let first { return min(limit, first.rowCount) }
    return min(limit, try members[0].columns.get().rowCount)
  }

  func rewind() {}

  func line(ofRow row: Int) -> Int? { nil }

  private func stream(of entry: ZipArchive.Entry?) throws(DatasetError) -> any ByteStream {
    if let archive, let entry { return try ZipEntryStream(entry, of: archive) }
    try source.seek(to: 0)
    return source
  }
}

extension DatasetError {
  /// The same error with the file, where it has none yet.
  fileprivate func `in`(_ file: String) -> DatasetError {
    DatasetError(problem, file: self.file ?? file, line: line, row: row, column: column)
  }
}
