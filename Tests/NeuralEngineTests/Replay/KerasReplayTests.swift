import CKernels
import NeuralEngine
import Testing

/// Replays of Keras's runs from its initial weights.
///
/// An epoch's loss is a mean over the batches, each
/// before its update; Adam's runs drift apart in the last bits, because it divides by small roots.
@Suite struct KerasReplayTests {
  @Test(arguments: KerasRun.names)
  func meetsKeras(_ name: String) throws {
    let run = try KerasRun.named(name)
    let samples = try KerasRun.samples()
    let network = Network(
      NetworkArchitecture(
        features: 30,
        layers: [.dense(units: 64, activation: .relu), .dense(units: 32, activation: .relu)],
        outputs: 10), maximumBatch: 128, seed: 0)
    try network.load(run.weights("init"))
    let trainer = Trainer(
      network: network, loss: .sparseCategoricalCrossentropy, optimizer: run.configuration,
      penalty: Penalty(l1: run.l1, l2: run.l2, l1Mode: .subgradient), batchSize: run.batch, seed: 0)

    try expectEvaluation(of: network, trainer, on: samples, run, epoch: 0)
    let rows = (0..<Int32(samples.count)).map { $0 }
    for epoch in 1...run.epochs {
      var means = RunningMeans()
      for (batch, start) in stride(from: 0, to: rows.count, by: run.batch).enumerated() {
        let slice = rows[start..<min(start + run.batch, rows.count)]
        means.add(slice.withUnsafeBufferPointer { trainer.step(samples, rows: $0) })
        if epoch == 1 {
          let reported = run.epoch1_running_means_after_each_batch[batch]
          #expect(relativeError(means.loss, reported.loss) < 1e-5)
          #expect(relativeError(means.dataLoss, reported.cross_entropy) < 1e-5)
          #expect(abs(means.accuracy - reported.accuracy) < 1e-6)
        }
        if epoch == 1 && batch == 0 { expectClose(network.weights, try run.weights("step1"), 1e-6) }
      }
      let tolerance = epoch == 1 ? 1e-5 : run.isAdam ? 1e-3 : 1e-5
      let report = run.reported_by_fit
      #expect(relativeError(means.loss, report.loss[epoch - 1]) < tolerance)
      #expect(relativeError(means.dataLoss, report.cross_entropy[epoch - 1]) < tolerance)
      #expect(abs(means.accuracy - report.accuracy[epoch - 1]) < 0.0041)
      try expectEvaluation(of: network, trainer, on: samples, run, epoch: epoch)
    }
  }

  private func expectEvaluation(
    of network: Network, _ trainer: Trainer, on samples: Samples, _ run: KerasRun, epoch: Int
  ) throws {
    guard let index = run.evaluate_at_epochs.firstIndex(of: epoch) else { return }
    let evaluation = network.evaluate(samples, loss: .sparseCategoricalCrossentropy)
    let reported = run.evaluate[index]
    let tolerance = run.isAdam && epoch > 1 ? 1e-3 : 1e-5
    #expect(
      relativeError(evaluation.dataLoss + trainer.penaltyValue(), reported.loss) < tolerance)
    #expect(relativeError(evaluation.dataLoss, reported.cross_entropy) < tolerance)
    #expect(abs(evaluation.accuracy - reported.accuracy) < 0.0041)
  }

  private func expectClose(_ weights: [NamedTensor], _ expected: [NamedTensor], _ bound: Float) {
    for tensor in weights {
      let other = expected.first { $0.name == tensor.name }
      #expect(other?.shape == tensor.shape)
      let worst = zip(tensor.values, other?.values ?? []).map { abs($0 - $1) }.max()
      #expect((worst ?? .infinity) < bound, "\(tensor.name)")
    }
  }

  private func relativeError(_ value: Double, _ expected: Double) -> Double {
    abs(value - expected) / abs(expected)
  }
}

/// Means over rows of what the batches of an epoch reported.
struct RunningMeans {
  private var rows = 0.0
  private var lossSum = 0.0
  private var penaltySum = 0.0
  private var correct = 0.0

  var dataLoss: Double { lossSum / rows }
  var loss: Double { (lossSum + penaltySum) / rows }
  var accuracy: Double { correct / rows }

  mutating func add(_ result: BatchResult) {
    rows += Double(result.rows)
    lossSum += result.dataLoss * Double(result.rows)
    penaltySum += result.penalty * Double(result.rows)
    correct += Double(result.correct)
  }
}
