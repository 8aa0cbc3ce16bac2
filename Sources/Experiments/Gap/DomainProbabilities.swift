import Datasets
import Foundation
import NeuralEngine
import Runs
import Shift

/// The probability of each row to be of the second of two samples, as if both were equally large.
///
/// A network with one hidden layer, trained like a base, learns to tell the samples apart on all folds but one, and
/// says what it thinks of that one. What it thinks is then brought to the temperature at which it is as sure as it is
/// right, and freed of the samples' sizes.
struct DomainProbabilities {
  /// The most rows of each sample.
  static let mostRows = 10_000

  /// The folds, unless a sample has fewer rows.
  private static let folds = 5

  /// The most epochs of a network; it ends when a held-out tenth is told apart no better.
  private static let epochs = 50

  /// One probability for each row of the first sample, and for each of the second.
  let ofCurrent: Paired<[Double]>

  /// Learns to tell two samples apart; `nil` when one has fewer than two rows.
  ///
  /// - Parameters:
  ///   - samples: Inputs of one kind; their targets are not looked at.
  ///   - seed: The seed of folds and networks.
  init?(_ samples: Paired<SplitData>, seed: UInt64) {
    let counts = Paired(reference: samples.reference.rows, current: samples.current.rows)
    let count = min(Self.folds, counts.reference, counts.current)
    guard count > 1 else { return nil }
    let pooled = samples.reference.joined(samples.current)
    let labels =
      [Int32](repeating: 0, count: counts.reference) + [Int32](repeating: 1, count: counts.current)
    var random = CounterRandom(seed: seed, purpose: .split, index: 2)
    // Shuffled each on its own, and dealt out: every fold has its share of both.
    let dealt =
      Array(0..<counts.reference).shuffled(using: &random)
      + Array(counts.reference..<labels.count).shuffled(using: &random)
    let folds = (0..<count).map { fold in
      (
        kept: dealt.indices.filter { $0 % count != fold }.map { dealt[$0] },
        heldOut: dealt.indices.filter { $0 % count == fold }.map { dealt[$0] }
      )
    }
    let logits = folds.concurrentMap(work: .max) { fold in
      Self.logits(
        of: pooled.selecting(rows: fold.heldOut),
        learnedOn: pooled.selecting(rows: fold.kept).with(labels: fold.kept.map { labels[$0] }),
        seed: seed)
    }
    var ofRow = [Double](repeating: 0, count: labels.count)
    for (fold, logits) in zip(folds, logits) {
      for (row, logit) in zip(fold.heldOut, logits) { ofRow[row] = logit }
    }
    let temperature =
      TemperatureScaling.fit(
        logits: ofRow.flatMap { [0, $0] }, classes: 2, labels: labels, lowest: 0.1) ?? 1
    let prior = log(Double(counts.current) / Double(counts.reference))
    let probabilities = ofRow.map { 1 / (1 + exp(prior - $0 / temperature)) }
    ofCurrent = Paired(
      reference: Array(probabilities[..<counts.reference]),
      current: Array(probabilities[counts.reference...]))
  }

  /// How much likelier each row is to be of the second sample, on a logarithmic scale.
  private static func logits(
    of rows: SplitData, learnedOn data: SplitData, seed: UInt64
  ) -> [Double] {
    let architecture = NetworkArchitecture(
      features: data.matrix.columns, steps: data.series?.room,
      layers: (data.series == nil ? [] : [.pooling(.average)])
        + [.dense(units: 32, activation: .relu)],
      outputs: 2)
    let network = Network(
      architecture, maximumBatch: SessionRunner.evaluationRows, seed: seed)
    let recipe = BaseRecipe(
      architecture: architecture, loss: .sparseCategoricalCrossentropy,
      optimizer: OptimizerConfiguration(), epochs: epochs, batchSize: 32, shuffles: true,
      seed: seed, data: data)
    // Nobody steers it: a gate of its own, that no command comes through.
    let gate = Gate(
      commands: CommandQueue(), mailbox: Mailbox(),
      control: RunControl(
        settings: LiveSettings(penalty: PenaltySettings(), learningRate: 1e-3), pace: .maximum))
    _ = BaseTraining(recipe: recipe, gate: gate).train(network)
    let samples = rows.with(labels: [Int32](repeating: 0, count: rows.rows)).makeSamples()
    var outputs: [Float] = []
    network.outputs(of: samples, rows: 0..<samples.count, into: &outputs)
    return stride(from: 0, to: outputs.count, by: 2).map {
      Double(outputs[$0 + 1]) - Double(outputs[$0])
    }
  }
}

extension SplitData {
  /// The same rows with other labels, and without weights.
  fileprivate func with(labels: [Int32]) -> SplitData {
    SplitData(matrix: matrix, target: .classes(labels), series: series)
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
