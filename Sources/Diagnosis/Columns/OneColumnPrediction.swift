import Datasets

/// How well one column alone tells the target of samples that it was not fitted on.
///
/// The samples drawn are parted into two halves; each half is predicted from the other, and what is
/// said is the mean of both.
struct OneColumnPrediction {
  private let column: Column
  private let rows: [Int]

  /// - Parameters:
  ///   - column: the column.
  ///   - rows: its rows that stand for the samples.
  init(_ column: Column, rows: [Int]) {
    self.column = column
    self.rows = rows
  }

  private var halves: [(fitted: [Int], predicted: [Int])] {
    let first = rows.indices.filter { RowDraw.isInFirstHalf($0) }
    let second = rows.indices.filter { !RowDraw.isInFirstHalf($0) }
    return first.isEmpty || second.isEmpty ? [] : [(first, second), (second, first)]
  }

  // MARK: - Classes

  /// The share of samples whose class is told wrongly.
  func errors(of classes: [Int32]) -> Double {
    let wrong = halves.map { fitted, predicted in
      let predictor = classPredictor(of: classes, fittedOn: fitted)
      let wrong = predicted.reduce(0) { $0 + (predictor(rows[$1]) == classes[$1] ? 0 : 1) }
      return Double(wrong) / Double(predicted.count)
    }
    return wrong.isEmpty ? 1 : wrong.reduce(0, +) / Double(wrong.count)
  }

  private func classPredictor(
    of classes: [Int32], fittedOn samples: [Int]
  ) -> (Int) -> Int32 {
    let usual = Self.mostFrequent(samples.map { classes[$0] })
    switch column {
    case .categorical(let column):
      let groups = Dictionary(grouping: samples) { column.codes[rows[$0]] }
        .mapValues { Self.mostFrequent($0.map { classes[$0] }) }
      return { groups[column.codes[$0]] ?? usual }
    case .numeric(let values):
      let gaps = samples.filter { values[rows[$0]].isNaN }.map { classes[$0] }
      let ofGaps = gaps.isEmpty ? usual : Self.mostFrequent(gaps)
      let sorted = samples.filter { !values[rows[$0]].isNaN }
        .map { (x: values[rows[$0]], label: classes[$0]) }
        .sorted { ($0.x, $0.label) < ($1.x, $1.label) }
      guard !sorted.isEmpty else { return { _ in usual } }
      let neighbours = Neighbours(sorted.map(\.x))
      return { row in
        values[row].isNaN
          ? ofGaps
          : Self.mostFrequent(neighbours.near(values[row], count: 5).map { sorted[$0].label })
      }
    }
  }

  private static func mostFrequent(_ labels: [Int32]) -> Int32 {
    var counts: [Int32: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? -1
  }

  // MARK: - Numbers

  /// The share of the target's variance that is told: R2 of the line through neighbours, or of a
  /// straight one, whichever is better.
  func explained(of target: [Double]) -> Double {
    let present = rows.indices.filter { !isMissing(rows[$0]) }
    guard 2 * present.count >= rows.count else { return 0 }
    let isPresent = Set(present)
    let shares = halves.map { fitted, predicted in
      let predictor = valuePredictor(of: target, fittedOn: fitted.filter(isPresent.contains))
      let predicted = predicted.filter(isPresent.contains)
      let mean = predicted.reduce(0.0) { $0 + target[$1] } / Double(max(predicted.count, 1))
      let total = predicted.reduce(0.0) { $0 + (target[$1] - mean) * (target[$1] - mean) }
      let rest = predicted.reduce(0.0) { sum, sample in
        let error = target[sample] - predictor(rows[sample])
        return sum + error * error
      }
      return total > 0 ? 1 - rest / total : 0
    }
    let byNeighbours = shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count)
    guard case .numeric(let values) = column else { return byNeighbours }
    let line = Correlation(present.map { values[rows[$0]] }, present.map { target[$0] }).r
    return max(byNeighbours, line * line)
  }

  private func isMissing(_ row: Int) -> Bool {
    switch column {
    case .numeric(let values): values[row].isNaN
    case .categorical(let column): column.codes[row] < 0
    }
  }

  private func valuePredictor(
    of target: [Double], fittedOn samples: [Int]
  ) -> (Int) -> Double {
    func mean(_ samples: [Int]) -> Double {
      samples.reduce(0.0) { $0 + target[$1] } / Double(max(samples.count, 1))
    }
    let usual = mean(samples)
    switch column {
    case .categorical(let column):
      let groups = Dictionary(grouping: samples) { column.codes[rows[$0]] }.mapValues(mean)
      return { groups[column.codes[$0]] ?? usual }
    case .numeric(let values):
      let groups = Dictionary(grouping: samples) { values[rows[$0]] }.mapValues(mean)
        .sorted { $0.key < $1.key }
      guard !groups.isEmpty else { return { _ in usual } }
      let neighbours = Neighbours(groups.map(\.key))
      return { row in
        let (below, above) = neighbours.around(values[row])
        let (low, high) = (groups[below], groups[above])
        guard low.key < high.key else { return low.value }
        let share = (values[row] - low.key) / (high.key - low.key)
        return low.value + (high.value - low.value) * min(max(share, 0), 1)
      }
    }
  }
}
