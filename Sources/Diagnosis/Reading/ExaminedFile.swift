import Datasets
import Runs

/// One file of an experiment, with what checks want to know about each of its columns.
struct ExaminedFile: Sendable {
  /// What it is for.
  let split: Runs.Split

  /// The path, as it was given.
  let path: String

  /// The names of its columns in its own order, those that are dropped included.
  let names: [String]

  /// Its rows; of series the steps, series by series.
  let table: Table

  /// One row a sample, with the target; `nil` when the file has no such column.
  let labels: Table?

  /// The steps of each series; `nil` when rows are the samples.
  let lengths: [Int]?

  /// The row behind the last step of each series.
  private let ends: [Int]
  private let profiles: [String: ColumnProfile]

  init(
    split: Runs.Split, path: String, names: [String], table: Table,
    configuration: DataConfiguration
  ) {
    self.split = split
    self.path = path
    self.names = names
    let series = configuration.sequence.flatMap { columns in
      try? SeriesTable(table, by: SeriesColumns(series: columns.series, step: columns.step))
    }
    self.table = series?.steps ?? table
    lengths = series?.stepCounts
    ends = (lengths ?? []).reduce(into: []) { $0.append(($0.last ?? 0) + $1) }
    let target = configuration.target
    labels = series.map { try? $0.labels(in: target) } ?? (table[target] == nil ? nil : table)
    let cells = self.table.rowCount * self.table.columns.count
    let made = self.table.columns.concurrentMap(work: cells) { ColumnProfile($0) }
    profiles = Dictionary(
      zip(self.table.names, made), uniquingKeysWith: { first, _ in first })
  }

  /// The profile of a column of numbers.
  func numbers(_ column: String) -> NumericProfile? {
    if case .numeric(let profile)? = profiles[column] { profile } else { nil }
  }

  /// The profile of a column of categories.
  func categories(_ column: String) -> CategoricalProfile? {
    if case .categorical(let profile)? = profiles[column] { profile } else { nil }
  }

  /// The profile of a column.
  func profile(_ column: String) -> ColumnProfile? { profiles[column] }

  /// The rows that stand for the samples: each row, or the last step of each series.
  func row(ofSample sample: Int) -> Int {
    lengths == nil ? sample : ends[sample] - 1
  }

  /// The number of samples.
  var samples: Int { lengths?.count ?? table.rowCount }

  /// What samples are called.
  var noun: String { lengths == nil ? "rows" : "series" }

  /// The line that a row stands on, as a message says it; empty when rows are no lines.
  func onLine(_ row: Int?) -> String {
    guard let row, lengths == nil, let place = TableReader().place(ofRow: row, in: path) else {
      return ""
    }
    return " on line \(place.line)" + (place.file == path ? "" : " of \(place.file.pathForMessage)")
  }
}
