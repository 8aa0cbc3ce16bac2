/// The columns that an array of one or two dimensions holds, and how its elements become theirs.
struct ArrayColumns {
  /// The name of the array in its archive; nil of one that is a file.
  let array: String?
  /// The names of the columns.
  let names: [String]
  let rowCount: Int

  private let header: ArrayHeader
  /// The bytes of one row.
  private let rowSize: Int

  /// The bytes that are read at a time, at least those of a row.
  private static let pieceSize = 1 << 19
  private static let largestRow = 1 << 30
  private static let mostColumns = 1 << 20

  /// Finds the columns of an array.
  ///
  /// An array by itself has columns `column_0`, `column_1` and so on. In an archive a matrix `X` has `X_0`,
  /// `X_1`, and a vector `y` is the column `y`. Fields of records keep their names.
  ///
  /// - Parameters:
  ///   - header: what stands in front of the array.
  ///   - array: its name in its archive, if it is in one.
  /// - Throws: `DatasetError` when it has no dimension, or more than two, or impossibly long rows.
  init(_ header: ArrayHeader, of array: String?) throws(DatasetError) {
    let isRecords = header.fields[0].name != nil
    guard (1...(isRecords ? 1 : 2)).contains(header.shape.count) else {
      throw DatasetError(.arrayShape(header.shape, isRecords: isRecords))
    }
    guard !header.shape.contains(0) else { throw DatasetError(.noElements(header.shape)) }
    let width = header.shape.count == 2 ? header.shape[1] : 1
    let (rowSize, isTooLong) = header.elementSize.multipliedReportingOverflow(by: width)
    guard width <= Self.mostColumns, !isTooLong, rowSize <= Self.largestRow else {
      throw DatasetError(.tooManyColumns(width))
    }
    self.header = header
    self.array = array
    self.rowSize = rowSize
    rowCount = header.shape[0]
    if isRecords {
      names = header.fields.compactMap(\.name)
    } else if header.shape.count == 1, let array {
      names = [array]
    } else {
      names = (0..<width).map { "\(array ?? "column")_\($0)" }
    }
  }

  /// Reads rows into the builders that want them.
  ///
  /// - Parameters:
  ///   - stream: the elements, from the first on.
  ///   - builders: one for each name.
  ///   - first: the row of the table that the first one becomes.
  ///   - limit: the number of rows after which to stop.
  ///   - file: the file, for messages.
  /// - Throws: `DatasetError` when the elements end too early, or are not what a builder asks for.
  func readRows(
    _ stream: any ByteStream, into builders: [ColumnBuilder], at first: Int, limit: Int,
    file: String
  ) throws(DatasetError) {
    let rows = min(rowCount, limit)
    makeRoom(for: rows, at: first, in: builders, stream.expectedByteCount)
    let isByColumns = header.isByColumns && header.shape.count == 2
    let runs = isByColumns ? builders.map { [$0] } : [builders]
    let unit = isByColumns ? header.elementSize : rowSize
    let capacity = max(1, min(Self.pieceSize / unit, rowCount))
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity * unit, alignment: 16)
    defer { piece.deallocate() }
    for (index, run) in runs.enumerated() {
      var row = 0
      // Between two columns stand the rows behind the limit.
      let end = index < runs.count - 1 ? rowCount : rows
      while row < end {
        let count = min(capacity, end - row)
        let found = try stream.fill(
          UnsafeMutableRawBufferPointer(rebasing: piece[..<(count * unit)]))
        guard found == count * unit else {
          throw DatasetError(.endOfArray, file: file, row: row + found / unit + 1)
        }
        let wanted = min(count, rows - row)
        if wanted > 0, let start = piece.baseAddress {
          try take(
            wanted, from: start, unit: unit, into: run, at: first + row, arrayRow: row, file: file)
        }
        row += count
      }
    }
  }

  private func take(
    _ count: Int, from start: UnsafeRawPointer, unit: Int, into run: [ColumnBuilder], at row: Int,
    arrayRow: Int, file: String
  ) throws(DatasetError) {
    for (index, builder) in run.enumerated() where builder.isRead {
      let field = header.fields[min(index, header.fields.count - 1)]
      let offset = field.name == nil ? index * header.elementSize : field.offset
      let elements = ElementRun(
        start: start + offset, stride: unit, count: count, type: field.type, file: file,
        firstRow: arrayRow + 1)
      try builder.take(elements, at: row)
    }
  }

  /// Makes room for all rows at once, where they seem to be there.
  ///
  /// A header may lie: otherwise room grows with what comes.
  private func makeRoom(
    for rows: Int, at first: Int, in builders: [ColumnBuilder], _ byteCount: Int?
  ) {
    let (size, isTooLarge) = rowCount.multipliedReportingOverflow(by: rowSize)
    guard !isTooLarge, let byteCount, size <= byteCount else { return }
    builders.forEach { $0.reserve(first + rows) }
  }
}
