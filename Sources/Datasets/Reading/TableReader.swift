import Foundation

/// Reads files into tables whose columns agree: CSV, arrays of NumPy, and either packed by gzip.
///
/// A path may be a pattern of several files, which are then read as one. CSV files are RFC 4180 text in UTF-8, with or without a byte order mark; cells stand between commas,
/// tabs or semicolons, found by looking. Lines end with LF, CRLF or CR; blank lines are passed
/// over. The first line names the columns. A cell within quotes means the same as without them, so
/// that `"7"` is a number and `""` is missing. Spaces around numbers and names of columns do not
/// count; categories keep the spelling of the file.
///
/// A column is numeric when every present cell is a number. Of several files the first in which it has
/// a value decides: text there makes text of the others' numbers, text after numbers is an error. Files are read piece by piece; one is read a second
/// time, up to the place, where text follows numbers in a column, and to its end where numbers turn out
/// to be names of categories.
public struct TableReader: Sendable {
  /// How the files are read.
  public let options: ReadOptions

  private let windowCapacity: Int
  private let threads: Int
  private let report: (@Sendable (ReadingProgress) -> Void)?

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - options: how files are read.
  ///   - report: is told from time to time how far the reading has come, by one thread at a time.
  public init(
    _ options: ReadOptions = ReadOptions(),
    report: (@Sendable (ReadingProgress) -> Void)? = nil
  ) {
    // More threads than this wait for the disk, or for memory.
    self.init(
      options, windowCapacity: 1 << 19, threads: min(Processors.count, 8), report: report)
  }

  /// Creates a reader that reads this many bytes of a file at a time, on so many threads.
  init(
    _ options: ReadOptions, windowCapacity: Int, threads: Int = 1,
    report: (@Sendable (ReadingProgress) -> Void)? = nil
  ) {
    self.options = options
    self.report = report
    self.windowCapacity = windowCapacity
    self.threads = threads
  }

  /// Reads files that belong together, such as source, train and test.
  ///
  /// - Parameter paths: the files; one that is named twice is read once.
  /// - Returns: a table for each path, its columns in the order of the first file.
  /// - Throws: `DatasetError` when a file cannot be read or is malformed, when a column is missing
  ///   in one of them or is numeric in one and text in a later one, and when an option names a column
  ///   that no file has.
  public func read(_ paths: [String]) throws(DatasetError) -> [Table] {
    let monitor = try monitor(of: Array(Set(paths)))
    var files: [TableFile] = []
    for path in paths where !files.contains(where: { $0.path == path }) {
      files.append(try open(path, monitor))
    }
    try checkDivision(of: files)
    try checkOptions(against: files)
    try checkColumns(of: files)
    var readings: [FileReading] = []
    for file in files {
      readings.append(try FileReading(file) { request(for: $0) })
    }
    let agreement = ColumnAgreement(
      readings, classes: options.targetHoldsClasses ? options.target : nil)
    let agreed = try agreement.agreed { (index, columns) throws(DatasetError) in
      let again = try FileReading(files[index]) { columns.contains($0) ? .categories : .nothing }
      guard again.rowCount == readings[index].rowCount else {
        throw DatasetError(.changedWhileReading, file: files[index].path)
      }
      return again
    }
    var names = agreed.first?.names ?? []
    // The first file may be one that need not have the target.
    if let target = options.target, !names.contains(target) { names.append(target) }
    let tables = agreed.map { $0.table(names) }
    return paths.compactMap { path in tables.first { $0.source == path } }
  }

  /// Reads the columns that a model asks for out of one file, those of the sequence too, and nothing
  /// else of it.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - kinds: the columns by name, and what they have to hold. The file may lack some: whether
  ///     that is an error is for the model's pipeline to say.
  /// - Returns: a table of those columns, in the order of the file.
  /// - Throws: `DatasetError` when the file cannot be read or is malformed, and when a cell of a
  ///   numeric column is no number.
  public func read(
    _ path: String, expecting kinds: [String: ColumnKind]
  ) throws(DatasetError) -> Table {
    let file = try open(path, monitor(of: [path]))
    try checkDivision(of: file, against: kinds.keys)
    let reading = try FileReading(file) { name in
      if let request = keyRequest(for: name) { return request }
      // A class is told by its spelling: one that the model has never seen is no mistake.
      let holdsClasses = options.targetHoldsClasses && name == options.target
      return switch kinds[name] {
      case .numeric: holdsClasses ? .byLooking : .numbers(.model)
      case .categorical: .categories
      case nil: .nothing
      }
    }
    return reading.table(reading.names)
  }
}

extension TableReader {
  /// Opens what a path names; files of arrays are told by their first bytes.
  private func open(
    _ path: String, _ monitor: ReadingMonitor?
  ) throws(DatasetError) -> TableFile {
    try TableFile(path, ignoring: options.drop) { (path) throws(DatasetError) in
      let source = try ByteSource(path: path, monitor: monitor)
      let start = try source.firstBytes(ArrayHeader.signature.count)
      if start == ArrayHeader.signature { return try ArrayFile(array: source) }
      if ZipArchive.signatures.contains(where: start.starts(with:)) {
        return try ArrayFile(archive: source)
      }
      return try CSVFile(
        source, delimiter: options.delimiter, blockSize: windowCapacity, threads: threads)
    }
  }

  /// The names of a file's columns, in its own order; nothing but the header is read.
  ///
  /// - Throws: `DatasetError` when the file cannot be read, is no text or has a bad header.
  public func columnNames(of path: String) throws(DatasetError) -> [String] {
    try open(path, nil).names
  }

  private func monitor(of paths: [String]) throws(DatasetError) -> ReadingMonitor? {
    guard let report else { return nil }
    var files: [String] = []
    for path in paths { files += try FilePattern(path).files() }
    return ReadingMonitor(files, report: report)
  }

  /// The file and line that a row begins on; nil when it can no longer be read so far, or has no lines.
  ///
  /// Lines are not kept while reading: blank lines and line breaks within quotes set them apart from
  /// rows, and only an error asks for one.
  package func place(ofRow row: Int, in path: String) -> (file: String, line: Int)? {
    (try? open(path, nil))?.place(ofRow: row)
  }

  /// An error about a cell of a table that was read, with its line, or its row where there is none.
  func error(
    _ problem: DatasetError.Problem, row: Int, of table: Table, column: String
  ) -> DatasetError {
    guard let place = place(ofRow: row, in: table.source) else {
      return DatasetError(problem, file: table.source, row: row + 1, column: column)
    }
    return DatasetError(problem, file: place.file, line: place.line, column: column)
  }

  /// What the columns that name series and step are read as; nil for the others.
  private func keyRequest(for name: String) -> ColumnBuilder.Request? {
    guard let sequence = options.sequence else { return nil }
    // By their spelling: names of series that are numbers in one file alone are no contradiction.
    if name == sequence.series { return .categories }
    return name == sequence.step ? .numbers(.sequence) : nil
  }

  private func request(for name: String) -> ColumnBuilder.Request {
    if let request = keyRequest(for: name) { return request }
    if options.drop.contains(name) { return .nothing }
    if options.categorical.contains(name) { return .categories }
    return options.numeric.contains(name) ? .numbers(.option) : .byLooking
  }

  private func checkOptions(against files: [TableFile]) throws(DatasetError) {
    let lists = [
      ("--categorical", options.categorical), ("--numeric", options.numeric),
      ("--drop", options.drop), ("--sequence", options.sequence?.names ?? []),
    ]
    var known: Set<String> = []
    for file in files { known.formUnion(file.allNames) }
    for (index, (option, names)) in lists.enumerated() {
      for name in names {
        guard known.contains(name) else {
          let candidates = files.first?.names ?? []
          throw DatasetError(
            .unknownColumn(option: option, suggestions: NearNames.of(name, among: candidates)),
            file: files.first?.path, column: name)
        }
        if let other = lists[..<index].first(where: { $0.1.contains(name) }) {
          throw DatasetError(.conflictingOptions(other.0, option), column: name)
        }
      }
    }
    if let target = options.target, options.drop.contains(target) {
      throw DatasetError(.conflictingOptions("--drop", "--target"), column: target)
    }
  }

  /// Every column of one file has to be in every other, those dropped apart, and the target of files that
  /// need not have one.
  private func checkColumns(of files: [TableFile]) throws(DatasetError) {
    for file in files {
      for other in files {
        let present = Set(other.names)
        let missing = file.names.first { name in
          !present.contains(name) && !options.drop.contains(name)
            && !(name == options.target && options.unlabelled.contains(other.path))
        }
        if let missing {
          let isNeeded = ([options.target] + (options.sequence?.names ?? [])).contains(missing)
          throw DatasetError(
            .missingColumn(presentIn: file.path, isNeeded: isNeeded), file: other.path,
            column: missing)
        }
      }
    }
  }
}
