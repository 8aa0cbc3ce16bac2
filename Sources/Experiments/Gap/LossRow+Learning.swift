import Datasets
import Foundation
import NeuralEngine
import Runs
import Shift
import Synchronization

extension LossRow {
  /// The most rows of each sample.
  static let mostRows = 10_000

  /// How often it is learned, each time with other folds and networks: what networks happen to learn of few rows
  /// differs much.
  private static let times = 5

  /// Learns of each row how likely it is to be of the second of two samples, and the losses of rows like it.
  ///
  /// Three networks learn from all folds but one, and say what they think of that one: to tell the samples apart, and
  /// what the loss is in either. What the first thinks is freed of the samples' sizes and then brought to the
  /// temperature at which it is as sure as it is right.
  ///
  /// - Parameters:
  ///   - losses: The losses of the rows.
  ///   - samples: Inputs of one kind; their targets are not looked at.
  ///   - seed: The seed of folds and networks.
  ///   - report: Is told, by any thread, how many networks have learned.
  /// - Returns: The rows of each sample, so many times; nothing when one has fewer than two.
  static func learned(
    _ losses: Paired<[Double]>, _ samples: Paired<SplitData>, seed: UInt64,
    report: @escaping @Sendable (WorkProgress) -> Void = { _ in }
  ) -> [Paired<[LossRow]>] {
    let counts = Paired(reference: samples.reference.rows, current: samples.current.rows)
    guard min(counts.reference, counts.current) > 1 else { return [] }
    let pooled = samples.reference.joined(samples.current)
    let seeds = (0..<times).map { seed &+ UInt64($0) &* 1_000_003 }
    let folds = seeds.map { seed in
      Folds(counts, seed: seed) { Folds.hash(pooled.inputs(of: $0)) }
    }
    let total = 3 * folds.reduce(0) { $0 + $1.ranges.count }
    let done = Atomic(0)
    let began = MonotonicTime.now
    return zip(seeds, folds).map { seed, folds in
      learned(losses, pooled, counts, folds, HeldOutNetwork(seed: seed)) {
        report(
          WorkProgress(
            "splitting the gap", done: done.add(3, ordering: .relaxed).newValue, of: total,
            .networks, seconds: MonotonicTime.now.seconds(since: began)))
      }
    }
  }

  /// Learns once; `foldIsDone` is called, by any thread, when the three networks of a fold have learned.
  private static func learned(
    _ losses: Paired<[Double]>, _ pooled: SplitData, _ counts: Paired<Int>, _ folds: Folds,
    _ network: HeldOutNetwork, foldIsDone: @Sendable () -> Void
  ) -> Paired<[LossRow]> {
    let values = losses.reference + losses.current
    let marks = values.indices.map { Int32($0 < counts.reference ? 0 : 1) }
    let parts = folds.ranges.concurrentMap(work: .max) { fold in
      defer { foldIsDone() }
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
      LossRow(loss: $0, logOdds: 0, expected: Paired(reference: 0, current: 0))
    }
    for (fold, part) in zip(folds.ranges, parts) {
      for (place, row) in folds.order[fold].enumerated() {
        logits[row] = part.logits[place]
        rows[row].expected = Paired(reference: part.reference[place], current: part.current[place])
      }
    }
    for (row, odds) in logOdds(of: logits, counts).enumerated() { rows[row].logOdds = odds }
    return Paired(
      reference: Array(rows[..<counts.reference]), current: Array(rows[counts.reference...]))
  }

  /// What logits say of rows once they are as sure as they are right, as if both samples were equally large.
  ///
  /// - Parameters:
  ///   - logits: Of each row, those of the reference first, what a network thinks that has not learned from it.
  ///   - counts: The rows of each sample.
  /// - Returns: `(logit - prior) / T`, with the prior of the samples' sizes and T of the lowest log loss of
  ///   `prior + (logit - prior) / T`.
  static func logOdds(of logits: [Double], _ counts: Paired<Int>) -> [Double] {
    // How sure the network is has nothing to do with the sizes: divided with the rest, they would not come off again.
    let prior = log(Double(counts.current) / Double(counts.reference))
    let odds = logits.map { $0 - prior }
    let temperature =
      TemperatureScaling.fit(
        logits: odds.flatMap { [0, $0] }, classes: 2, offsets: [0, prior],
        labels: odds.indices.map { $0 < counts.reference ? 0 : 1 }, lowest: 0.1) ?? 1
    return odds.map { $0 / temperature }
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
