import NeuralEngine
import Runs

extension FineTuning {
  /// Ends the run: puts up the weights of its result and posts what they are worth.
  ///
  /// With early stopping these are the best epoch's; training itself would go on from the last ones.
  func finish(isInterrupted: Bool) {
    var last: [Float] = []
    network.copyWeights(into: &last)
    let isEarly = header.configuration.earlyStopping != nil && !best.weights.isEmpty
    let weightsEpoch = isEarly ? best.epoch : epoch
    if isEarly { network.setWeights(best.weights) }
    if !isEarly { trainer.useAveragedWeights() }
    // An interrupt may come between the update that broke a weight and the batch that would tell.
    if !isEarly, !last.areFinite { network.setWeights(board.notice.weights) }
    network.copyWeights(into: &spare)
    board.put(&spare, run: header.number, epoch: weightsEpoch)
    gate.progress.phase = .finished
    if let result = result(weightsEpoch: weightsEpoch, isInterrupted: isInterrupted) {
      gate.post(.ended(result))
    }
    network.setWeights(last)
  }

  private func result(weightsEpoch: Int, isInterrupted: Bool) -> RunResult? {
    let seconds =
      start.map { MonotonicTime.now.seconds(since: $0) - (gate.secondsWaited - waitedAtStart) } ?? 0
    guard let train = evaluator.metrics(of: network, on: .train) else { return nil }
    let validation = evaluator.metrics(of: network, on: .validation)
    let test = evaluator.metrics(of: network, on: .test)
    return RunResult(
      epochs: epoch, bestEpoch: best.epoch == 0 ? epoch : best.epoch, weightsEpoch: weightsEpoch,
      train: train, validation: validation, test: test,
      testScores: evaluator.scores(of: network, on: .test),
      intervals: evaluator.intervals(
        of: network, train: train, validation: validation, test: test),
      estimatedTestAccuracy: evaluator.estimate(of: network)?.accuracy, seconds: seconds,
      isInterrupted: isInterrupted)
  }
}
