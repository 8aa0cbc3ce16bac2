import Datasets
import Runs

/// Columns that say what another says: copies, other units, other codes.
struct DuplicateColumnCheck: Check {
  let name = "duplicate-column"
  let why =
    "It adds inputs and nothing to learn from; what the model leans on is shared out between the "
    + "two, so that neither looks important, and a penalty counts them twice."

  /// The fewest rows in which two columns have to agree.
  private static let fewest = 10

  /// The correlation from which on two columns are one in two units.
  private static let correlation = 0.9999

  /// The rows looked at: a few to put most pairs aside, and more for the others.
  private static let fewRows = 256
  private static let rows = 4000

  func findings(in examination: Examination) -> [Finding] {
    guard let file = examination.fitted else { return [] }
    let features = examination.features.filter { file.profile($0)?.onlyValue == nil }
    let few = Draw(file, features, limit: Self.fewRows)
    let work = features.count * features.count * Self.fewRows
    let pairs = Array(features.indices).concurrentMap(work: work) { second in
      (0..<second).first { few.relation(of: second, to: $0) != nil }.map { ($0, second) }
    }.compactMap(\.self)
    guard !pairs.isEmpty else { return [] }
    let more = Draw(file, features, limit: Self.rows)
    return pairs.compactMap { first, second in
      more.relation(of: second, to: first).map { relation in
        finding(
          .warning, "It is \(relation) \(features[first].quotedForMessage).", in: file.path,
          column: features[second], action: "Leave one of the two out with --drop.")
      }
    }
  }

  /// Some rows of all features.
  private struct Draw {
    private let columns: [Column?]

    init(_ file: ExaminedFile, _ features: [String], limit: Int) {
      let rows = RowDraw.rows(of: file.table.rowCount, limit: limit)
      let table = file.table.selecting(rows: rows)
      columns = features.map { table[$0] }
    }

    /// What one column is to another, as a message says it; `nil` when it is something else.
    func relation(of second: Int, to first: Int) -> String? {
      switch (columns[first], columns[second]) {
      case (.numeric(let x), .numeric(let y)): numbers(x, y)
      case (.categorical(let x), .categorical(let y)): categories(x, y)
      default: nil
      }
    }

    private func numbers(_ x: [Double], _ y: [Double]) -> String? {
      guard zip(x, y).allSatisfy({ $0.isNaN == $1.isNaN }) else { return nil }
      let line = Correlation(x, y)
      guard line.count >= fewest, abs(line.r) >= correlation else { return nil }
      if zip(x, y).allSatisfy({ $0 == $1 || $0.isNaN }) { return "a copy of" }
      let offset = abs(line.intercept) < 1e-3 * abs(line.slope) * Correlation.reach(x)
      let slope = short(line.slope)
      return offset
        ? "\(slope) times"
        : "\(short(line.intercept)) plus \(slope) times"
    }

    private func categories(_ x: CategoricalColumn, _ y: CategoricalColumn) -> String? {
      var there: [Int32: Int32] = [:]
      var back: [Int32: Int32] = [:]
      for (first, second) in zip(x.codes, y.codes) {
        if there.updateValue(second, forKey: first) ?? second != second { return nil }
        if back.updateValue(first, forKey: second) ?? first != first { return nil }
      }
      // Two columns of two categories agree in a few rows by chance.
      guard x.codes.count >= fewest, there.count > 1 else { return nil }
      let isCopy = there.allSatisfy { first, second in
        first < 0 ? second < 0 : second >= 0 && x.levels[Int(first)] == y.levels[Int(second)]
      }
      return isCopy ? "a copy of" : "one to one with"
    }
  }
}

extension Correlation {
  /// The largest magnitude of some values.
  fileprivate static func reach(_ values: [Double]) -> Double {
    values.reduce(0) { $1.isNaN ? $0 : max($0, abs($1)) }
  }
}
