import Datasets
import NeuralEngine
import Runs
import Shift

extension TrainedModel {
  /// Says how much worse the model is on some rows than on others, and what part the inputs have in it.
  ///
  /// - Parameters:
  ///   - current: The rows that the model may be worse on.
  ///   - reference: The rows that they are compared with.
  ///   - seed: The seed of draws, folds and resamples.
  ///   - report: Is told, by any thread, how far the work has come.
  /// - Returns: The gap; `nil` when either has fewer than two rows, or they have nothing in common.
  /// - Throws: An error for a network that takes more memory than there is.
  func gap(
    of current: SplitData, from reference: SplitData, seed: UInt64 = 0,
    report: @escaping @Sendable (WorkProgress) -> Void
  ) throws -> ShiftGap? {
    let room = [reference, current].compactMap(\.series?.room).max()
    let samples = Paired(
      reference: reference.drawn(of: .train, room: room),
      current: current.drawn(of: .test, room: room))
    let network = try makeNetwork(steps: room)
    let losses = Paired(
      reference: self.losses(of: network, on: samples.reference),
      current: self.losses(of: network, on: samples.current))
    let learnings = LossRow.learned(losses, samples, seed: seed, report: report)
    return LossSplit(learnings, seed: seed).map { split in
      ShiftGap(
        measure: target.task == .classification ? .accuracy : .meanAbsoluteError,
        rows: Paired(reference: samples.reference.rows, current: samples.current.rows),
        split: split)
    }
  }

  /// The loss of each row: 1 for a wrong class, or the absolute error in the target's units.
  private func losses(of network: Network, on data: SplitData) -> [Double] {
    let samples = data.makeSamples()
    var outputs: [Float] = []
    network.outputs(of: samples, rows: 0..<samples.count, into: &outputs)
    switch data.target {
    case .classes(let labels):
      let predicted = ClassProbabilities(
        outputs: outputs, classes: target.classes.count, width: architecture.outputs
      ).predicted
      return zip(predicted, labels).map { Int32($0) == $1 ? 0 : 1 }
    case .values(let values):
      return zip(outputs, values).map { abs(Double($0) - $1) * target.scale }
    }
  }
}

extension SplitData {
  /// At most as many rows as samples are told apart on, with room for the longest series of both.
  fileprivate func drawn(of split: Runs.Split, room: Int?) -> SplitData {
    let drawn = RowDraw.rows(of: rows, limit: LossRow.mostRows, split: split)
    var data = drawn.count < rows ? selecting(rows: drawn) : self
    if let room { data.series?.room = room }
    return data
  }
}
