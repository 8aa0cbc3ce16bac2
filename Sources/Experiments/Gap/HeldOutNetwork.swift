import Datasets
import NeuralEngine
import Runs

/// What a network with one hidden layer says of rows that it has not learned from.
///
/// It is trained like a base, and ends when a tenth of its rows that is held out is told no better.
struct HeldOutNetwork {
  /// The most epochs.
  private static let epochs = 50

  /// The rows of a batch; of few rows in all it is smaller, or there were too few steps to learn from them.
  private static func batchSize(of rows: Int) -> Int { rows < 400 ? 4 : 32 }

  /// The seed of the weights, and of what is held out.
  let seed: UInt64

  /// How much likelier each of some rows is to be of the second of two classes, on a logarithmic scale.
  ///
  /// - Parameters:
  ///   - rows: The rows to speak of.
  ///   - data: The rows to learn from.
  ///   - classes: The class of each row to learn from.
  /// - Returns: The difference of the two logits, for each of `rows`.
  func logits(of rows: SplitData, learnedOn data: SplitData, classes: [Int32]) -> [Double] {
    let outputs = outputs(
      2, of: rows, learnedOn: data.with(.classes(classes)), loss: .sparseCategoricalCrossentropy)
    return stride(from: 0, to: outputs.count, by: 2).map {
      Double(outputs[$0 + 1]) - Double(outputs[$0])
    }
  }

  /// The mean value of rows like each of some rows.
  ///
  /// - Parameters:
  ///   - rows: The rows to speak of.
  ///   - data: The rows to learn from.
  ///   - values: The value of each row to learn from, at least one.
  /// - Returns: One mean for each of `rows`.
  func means(of rows: SplitData, learnedOn data: SplitData, values: [Double]) -> [Double] {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    guard deviation > 0, deviation.isFinite else {
      return [Double](repeating: mean, count: rows.rows)
    }
    let outputs = outputs(
      1, of: rows, learnedOn: data.with(.values(values.map { ($0 - mean) / deviation })),
      loss: .meanSquaredError)
    return outputs.map { mean + Double($0) * deviation }
  }

  private func outputs(
    _ count: Int, of rows: SplitData, learnedOn data: SplitData, loss: LossFunction
  ) -> [Float] {
    let architecture = NetworkArchitecture(
      features: data.matrix.columns, steps: data.series?.room,
      layers: (data.series == nil ? [] : [.pooling(.average)])
        + [.dense(units: 32, activation: .relu)],
      outputs: count)
    let network = Network(
      architecture, maximumBatch: SessionSetup.evaluationRows, seed: seed)
    let recipe = BaseRecipe(
      architecture: architecture, loss: loss, optimizer: OptimizerConfiguration(),
      epochs: Self.epochs, batchSize: Self.batchSize(of: data.rows), shuffles: true, seed: seed,
      data: data)
    // Nobody steers it: a gate of its own, that no command comes through.
    let gate = Gate(
      commands: CommandQueue(), mailbox: Mailbox(),
      control: RunControl(
        settings: LiveSettings(penalty: PenaltySettings(), learningRate: 1e-3), pace: .maximum))
    _ = BaseTraining(recipe: recipe, gate: gate).train(network)
    let samples = rows.with(.classes([Int32](repeating: 0, count: rows.rows))).makeSamples()
    var outputs: [Float] = []
    network.outputs(of: samples, rows: 0..<samples.count, into: &outputs)
    return outputs
  }
}

extension SplitData {
  /// The same rows with another target, and without weights.
  fileprivate func with(_ target: Target) -> SplitData {
    SplitData(matrix: matrix, target: target, series: series)
  }
}
