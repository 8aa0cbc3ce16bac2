import Datasets
import NeuralEngine
import Runs

/// Makes metrics of a network's sums: on whole splits with fixed weights, or of an epoch's batches.
final class Evaluator {
  private let samples: [Runs.Split: Samples]
  private let sumsOfSquares: [Runs.Split: Double]

  /// The targets of splits with one that the engine's precision does not hold.
  private let wideTargets: [Runs.Split: [Double]]

  /// The targets of a regression, where the engine's precision holds them all.
  let targets: [Runs.Split: [Double]]

  /// The data loss.
  let loss: LossFunction

  private let scale: Double
  private let classes: [String]
  private let labels: [Runs.Split: [Int32]]
  private let recorders: [Runs.Split: OutcomeRecorder]

  /// Test, when it has no labels, and the rows that say how sure a classifier may be of it.
  private let unlabelled: (test: Samples, validation: SplitData?)?

  /// Creates an evaluator of the given splits; `target` says in which units errors are told.
  init(splits all: [Runs.Split: SplitData], target: TargetEncoder, loss: LossFunction) {
    let splits = all.filter(\.value.isLabelled)
    unlabelled = all[.test].flatMap {
      $0.isLabelled ? nil : ($0.makeSamples(), all[.validation])
    }
    samples = splits.mapValues { $0.makeSamples() }
    sumsOfSquares = splits.mapValues(\.targetSumOfSquares)
    wideTargets = splits.compactMapValues(\.wideTargets)
    targets = splits.compactMapValues { split in
      if split.wideTargets == nil, case .values(let values) = split.target { values } else { nil }
    }
    self.loss = loss
    scale = target.scale
    classes = target.classes
    recorders = splits.compactMapValues { OutcomeRecorder($0) }
    labels = splits.compactMapValues { split in
      if case .classes(let labels) = split.target { labels } else { nil }
    }
  }

  /// The samples of a split, or `nil` when it has no rows.
  subscript(split: Runs.Split) -> Samples? { samples[split] }

  /// The metrics of a network with its present weights, or `nil` when the split has no rows.
  func metrics(of network: Network, on split: Runs.Split) -> Metrics? {
    guard let samples = samples[split] else { return nil }
    if let targets = wideTargets[split] {
      var outputs: [Float] = []
      network.outputs(of: samples, rows: 0..<samples.count, into: &outputs)
      return WideErrors(outputs: outputs, targets: targets).metrics(scale: scale)
    }
    return metrics(of: network.evaluate(samples, loss: loss), on: split)
  }

  /// The same, and how the network does on the single rows; nothing of the rows where they cannot be compared.
  func metricsAndOutcomes(
    of network: Network, on split: Runs.Split
  ) -> (metrics: Metrics, outcomes: RowOutcomes?)? {
    guard let samples = samples[split] else { return nil }
    guard let recorder = recorders[split] else {
      return metrics(of: network, on: split).map { ($0, nil) }
    }
    let (sums, outcomes) = recorder.record { network.evaluate(samples, loss: loss, look: $0) }
    return (metrics(of: sums, on: split), outcomes)
  }

  private func metrics(of sums: Evaluation, on split: Runs.Split) -> Metrics {
    metrics(
      meanLoss: sums.dataLoss, rows: sums.rows, correct: sums.correct,
      absoluteError: sums.absoluteError, squaredError: sums.squaredError, on: split)
  }

  /// More scores of a classifier with its present weights; `nil` in a regression, and without rows.
  func scores(of network: Network, on split: Runs.Split) -> ClassScores? {
    guard let samples = samples[split], let labels = labels[split] else { return nil }
    var outputs: [Float] = []
    network.outputs(of: samples, rows: 0..<samples.count, into: &outputs)
    let probabilities = ClassProbabilities(
      outputs: outputs, classes: classes.count, width: network.architecture.outputs)
    return ClassScores(probabilities, labels: labels, names: classes)
  }

  /// What the accuracy on a test without labels is estimated to be; `nil` where there are labels, and in a
  /// regression.
  func estimate(of network: Network) -> AccuracyEstimate? {
    guard loss.isOfClasses, let (test, validation) = unlabelled else { return nil }
    var outputs: [Float] = []
    network.outputs(of: test, rows: 0..<test.count, into: &outputs)
    return AccuracyEstimate(
      outputs: outputs, classes: classes.count, width: network.architecture.outputs,
      temperature: validation.flatMap { network.temperature(on: $0, classes: classes.count) } ?? 1)
  }

  /// The running means of an epoch on train.
  func metrics(of totals: EpochTotals) -> Metrics {
    metrics(
      meanLoss: totals.meanDataLoss, rows: totals.rows, correct: totals.correct,
      absoluteError: totals.absoluteError, squaredError: totals.squaredError, on: .train)
  }

  private func metrics(
    meanLoss: Double, rows: Int, correct: Int, absoluteError: Double, squaredError: Double,
    on split: Runs.Split
  ) -> Metrics {
    let count = Double(rows)
    if loss.isOfClasses { return Metrics(loss: meanLoss, accuracy: Double(correct) / count) }
    let total = sumsOfSquares[split] ?? 0
    return Metrics(
      loss: meanLoss, meanAbsoluteError: absoluteError / count * scale,
      rootMeanSquaredError: (squaredError / count).squareRoot() * scale,
      r2: total > 0 ? 1 - squaredError / total : .nan)
  }
}
