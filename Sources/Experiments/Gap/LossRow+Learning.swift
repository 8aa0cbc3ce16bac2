import Datasets
import Foundation
import NeuralEngine
import Runs
import Shift

extension LossRow {
  /// The most rows of each sample.
  static let mostRows = 10_000

  /// How often it is learned, each time with other folds and networks: what networks happen to learn of few rows
  /// differs much.
  private static let times = 5

  /// Learns of each row how likely it is to be of the second of two samples, and the losses of rows like it.
  ///
  /// Three networks learn from all folds but one, and say what they think of that one: to tell the samples apart, and
  /// what the loss is in either. What the first thinks is then brought to the temperature at which it is as sure as
  /// it is right, and freed of the samples' sizes.
  ///
  /// - Parameters:
  ///   - losses: The losses of the rows.
  ///   - samples: Inputs of one kind; their targets are not looked at.
  ///   - seed: The seed of folds and networks.
  /// - Returns: The rows of each sample, so many times; nothing when one has fewer than two.
  static func learned(
    _ losses: Paired<[Double]>, _ samples: Paired<SplitData>, seed: UInt64
  ) -> [Paired<[LossRow]>] {
    let counts = Paired(reference: samples.reference.rows, current: samples.current.rows)
    guard min(counts.reference, counts.current) > 1 else { return [] }
    let pooled = samples.reference.joined(samples.current)
    return (0..<times).map { time in
      learned(losses, pooled, counts, seed: seed &+ UInt64(time) &* 1_000_003)
    }
  }

  private static func learned(
    _ losses: Paired<[Double]>, _ pooled: SplitData, _ counts: Paired<Int>, seed: UInt64
  ) -> Paired<[LossRow]> {
    let values = losses.reference + losses.current
    let marks = values.indices.map { Int32($0 < counts.reference ? 0 : 1) }
    let folds = Folds(counts, seed: seed) { Folds.hash(pooled.inputs(of: $0)) }
    let network = HeldOutRegression(seed: seed)
    let parts = folds.ranges.concurrentMap(work: .max) { fold in
      let kept = Array(folds.order[..<fold.lowerBound] + folds.order[fold.upperBound...])
      let rows = pooled.selecting(rows: Array(folds.order[fold]))
      func means(_ mark: Int32) -> [Double] {
        let own = kept.filter { marks[$0] == mark }
        return network.means(
          of: rows, learnedOn: pooled.selecting(rows: own), values: own.map { values[$0] })
      }
      return (
        logits: network.logits(
          of: rows, learnedOn: pooled.selecting(rows: kept), classes: kept.map { marks[$0] }),
        reference: means(0), current: means(1)
      )
    }
    var logits = [Double](repeating: 0, count: values.count)
    var rows = values.map {
      LossRow(loss: $0, ofCurrent: 0, expected: Paired(reference: 0, current: 0))
    }
    for (fold, part) in zip(folds.ranges, parts) {
      for (place, row) in folds.order[fold].enumerated() {
        logits[row] = part.logits[place]
        rows[row].expected = Paired(reference: part.reference[place], current: part.current[place])
      }
    }
    let temperature =
      TemperatureScaling.fit(
        logits: logits.flatMap { [0, $0] }, classes: 2, labels: marks, lowest: 0.1) ?? 1
    let prior = log(Double(counts.current) / Double(counts.reference))
    for row in rows.indices {
      rows[row].ofCurrent = 1 / (1 + exp(prior - logits[row] / temperature))
    }
    return Paired(
      reference: Array(rows[..<counts.reference]), current: Array(rows[counts.reference...]))
  }
}

extension SplitData {
  /// The inputs of a row, or of all steps of a series.
  fileprivate func inputs(of sample: Int) -> ArraySlice<Float> {
    let rows = series.rows(of: [sample])
    guard let first = rows.first, let last = rows.last else { return [] }
    return matrix.values[first * matrix.columns..<(last + 1) * matrix.columns]
  }

  /// These rows and those of another split behind them; of the targets only the number is kept.
  fileprivate func joined(_ other: SplitData) -> SplitData {
    let values = matrix.values + other.matrix.values
    let series = series.flatMap { own in
      other.series.map {
        SeriesLengths(own.steps + $0.steps, room: max(own.room, $0.room))
      }
    }
    return SplitData(
      matrix: FeatureMatrix(
        rows: matrix.rows + other.matrix.rows, columns: matrix.columns, values: values),
      target: .classes([Int32](repeating: 0, count: rows + other.rows)), series: series)
  }
}
