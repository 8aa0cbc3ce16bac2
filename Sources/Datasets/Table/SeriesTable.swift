/// A long table put in order: series by series as they first appear, each step by step.
public struct SeriesTable: Sendable {
  /// One row a step, without the two columns that name series and step.
  public let steps: Table

  /// The names of the series, in order.
  public let names: [String]

  /// For each series the place of its first step, and behind them the number of rows.
  let starts: [Int]

  /// For each row of `steps` the row of the file, from 0.
  let rowsOfFile: [Int]

  private let columns: SeriesColumns
  private let reader: TableReader

  /// Puts the rows of a table in order.
  ///
  /// - Parameters:
  ///   - table: the rows, with both columns: categories and numbers.
  ///   - columns: which columns name series and step.
  ///   - reader: reads the file again when an error has to name a line.
  /// - Throws: `DatasetError` when one of the columns is missing or is of the wrong kind, when a
  ///   cell of one is missing, and when a series has two rows of one step.
  public init(
    _ table: Table, by columns: SeriesColumns, reader: TableReader = TableReader()
  ) throws(DatasetError) {
    func failure(_ problem: DatasetError.Problem, row: Int, column: String) -> DatasetError {
      reader.error(problem, row: row, of: table, column: column)
    }
    for name in columns.names where table[name] == nil {
      throw DatasetError(.missingColumn(presentIn: nil), file: table.source, column: name)
    }
    guard case .categorical(let identifiers)? = table[columns.series] else {
      throw DatasetError(
        .wrongKind(expected: .categorical), file: table.source, column: columns.series)
    }
    guard case .numeric(let steps)? = table[columns.step] else {
      throw DatasetError(.wrongKind(expected: .numeric), file: table.source, column: columns.step)
    }
    var placeOfLevel = [Int?](repeating: nil, count: identifiers.levels.count)
    var names: [String] = []
    var rowsOfSeries: [[Int]] = []
    for (row, code) in identifiers.codes.enumerated() {
      guard code >= 0 else { throw failure(.missingKey, row: row, column: columns.series) }
      guard !steps[row].isNaN else { throw failure(.missingKey, row: row, column: columns.step) }
      if let place = placeOfLevel[Int(code)] {
        rowsOfSeries[place].append(row)
      } else {
        placeOfLevel[Int(code)] = names.count
        names.append(identifiers.levels[Int(code)])
        rowsOfSeries.append([row])
      }
    }
    var starts = [0]
    var order: [Int] = []
    order.reserveCapacity(table.rowCount)
    for (name, rows) in zip(names, rowsOfSeries) {
      let sorted = rows.sorted { (steps[$0], $0) < (steps[$1], $1) }
      for (row, next) in zip(sorted, sorted.dropFirst()) where steps[row] == steps[next] {
        throw failure(
          .repeatedStep(TargetLabels.spelling(steps[next]), series: name), row: next,
          column: columns.step)
      }
      order += sorted
      starts.append(order.count)
    }
    let rest = table.dropping(columns.names)
    self.steps = order.elementsEqual(0..<table.rowCount) ? rest : rest.selecting(rows: order)
    self.names = names
    self.starts = starts
    rowsOfFile = order
    self.columns = columns
    self.reader = reader
  }

  /// The number of series.
  public var count: Int { names.count }

  /// The number of steps of each series.
  public var stepCounts: [Int] { names.indices.map(stepCount) }

  /// The number of steps of a series.
  func stepCount(of series: Int) -> Int { starts[series + 1] - starts[series] }
}

extension SeriesTable {
  /// The number of steps that every series has.
  ///
  /// - Parameters:
  ///   - expected: the number that they have to have; nil takes the first one's.
  ///   - origin: where that number comes from, as a message says it.
  /// - Returns: the number of steps; 0 without series.
  /// - Throws: `DatasetError` for the first series with more or fewer steps.
  public func evenSteps(
    expected: Int? = nil, from origin: String = "the first series"
  ) throws(DatasetError) -> Int {
    let expected = expected ?? (count > 0 ? stepCount(of: 0) : 0)
    for series in names.indices where stepCount(of: series) != expected {
      throw failure(
        .unevenSteps(
          series: names[series], found: stepCount(of: series), expected: expected, origin: origin),
        series: series, step: 0, column: columns.series)
    }
    return expected
  }

  /// The label of each series.
  ///
  /// - Parameter column: the column that holds it.
  /// - Returns: a table of one row a series with that column alone.
  /// - Throws: `DatasetError` when there is no such column, when it is one of the two that name
  ///   series and step, and when it changes, or is missing in part, within a series.
  public func labels(in column: String) throws(DatasetError) -> Table {
    guard !columns.names.contains(column) else {
      throw DatasetError(
        .conflictingOptions("--target", "--sequence"), file: steps.source, column: column)
    }
    guard let cells = steps[column] else {
      throw DatasetError(
        .unknownColumn(option: "--target", suggestions: NearNames.of(column, among: steps.names)),
        file: steps.source, column: column)
    }
    for series in names.indices {
      let first = starts[series]
      for row in first..<starts[series + 1] where !cells.agree(first, row) {
        let gap = [first, row].first(where: cells.isMissing)
        throw failure(
          gap == nil ? .changingLabel(series: names[series]) : .missingLabel(series: names[series]),
          series: series, step: (gap ?? row) - first, column: column)
      }
    }
    let firsts = Array(starts.dropLast())
    return Table(
      source: steps.source, names: [column], columns: [cells.selecting(rows: firsts)])
  }

  private func failure(
    _ problem: DatasetError.Problem, series: Int, step: Int, column: String
  ) -> DatasetError {
    reader.error(
      problem, row: rowsOfFile[starts[series] + step], of: steps, column: column)
  }
}

extension Column {
  /// Whether two cells hold the same; missing cells are equal to one another.
  fileprivate func agree(_ first: Int, _ second: Int) -> Bool {
    switch self {
    case .numeric(let values):
      values[first] == values[second] || (values[first].isNaN && values[second].isNaN)
    case .categorical(let column): column.codes[first] == column.codes[second]
    }
  }

  /// Whether a cell is missing.
  fileprivate func isMissing(_ row: Int) -> Bool {
    switch self {
    case .numeric(let values): values[row].isNaN
    case .categorical(let column): column.codes[row] < 0
    }
  }
}
