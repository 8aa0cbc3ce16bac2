import NeuralEngine
import Runs
import Shift

extension Evaluator {
  /// How sure the scores of a regression with its present weights are, and the gaps between them.
  private func resampledIntervals(of network: Network) -> ScoreIntervals {
    let scores = [Runs.Split.train, .validation, .test].reduce(into: [:]) { scores, split in
      scores[split] = residuals(of: network, on: split).map {
        $0.resampledR2(seed: UInt64(Runs.Split.allCases.firstIndex(of: split) ?? 0))
      }
    }
    return ScoreIntervals(resampled: scores)
  }

  /// How sure scores are.
  ///
  /// - Parameters:
  ///   - network: The network that has them with its present weights.
  ///   - train: Its metrics on train.
  ///   - validation: Those on validation.
  ///   - test: Those on test.
  /// - Returns: The intervals, of the scores that there are.
  func intervals(
    of network: Network, train: Metrics? = nil, validation: Metrics? = nil, test: Metrics?
  ) -> ScoreIntervals {
    guard loss.isOfClasses else { return resampledIntervals(of: network) }
    let rows = [Runs.Split.train, .validation, .test].reduce(into: [:]) {
      $0[$1] = self[$1]?.count
    }
    return ScoreIntervals(train: train, validation: validation, test: test, rows: rows)
  }

  /// The errors of a regression; `nil` without rows, and beyond the engine's precision.
  func residuals(of network: Network, on split: Runs.Split) -> RegressionResiduals? {
    guard let samples = self[split], let targets = targets[split] else { return nil }
    var outputs: [Float] = []
    network.outputs(of: samples, rows: 0..<samples.count, into: &outputs)
    return RegressionResiduals(outputs: outputs, targets: targets)
  }
}

extension ScoreIntervals {
  /// The intervals of scores, from their values on the resamples of each split.
  init(resampled scores: [Runs.Split: [Double]]) {
    func gap(_ one: Runs.Split, _ other: Runs.Split) -> Interval? {
      guard let one = scores[one], let other = scores[other] else { return nil }
      return .percentiles(of: zip(one, other).map { $0 - $1 })
    }
    self.init(
      test: scores[.test].flatMap { .percentiles(of: $0) }, overfitGap: gap(.train, .validation),
      shiftGap: gap(.validation, .test))
  }
}
