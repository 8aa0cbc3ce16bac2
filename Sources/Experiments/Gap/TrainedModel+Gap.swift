import Datasets
import NeuralEngine
import Runs
import Shift

extension TrainedModel {
  /// Says how much worse the model is on one file than on a reference, and what part the inputs have in it.
  ///
  /// - Parameters:
  ///   - current: The file that the model may be worse on.
  ///   - reference: The file that it is compared with; best rows that the model has not learned from.
  ///   - column: The target column of both; `nil` takes the model's.
  ///   - seed: The seed of draws, folds and resamples.
  /// - Returns: The gap; `nil` when a file has fewer than two rows with a target.
  /// - Throws: As ``evaluate(_:target:)``.
  public func gap(
    on current: String, from reference: String, target column: String? = nil, seed: UInt64 = 0
  ) throws -> ShiftGap? {
    let encoder = target.renamed(column ?? target.column)
    let first = try labelled(reference, by: encoder)
    let second = try labelled(current, by: encoder)
    let room = [first.file, second.file].compactMap(\.series?.room).max()
    let samples = Paired(
      reference: first.data.drawn(of: .train, room: room),
      current: second.data.drawn(of: .test, room: room))
    guard let domain = DomainProbabilities(samples, seed: seed) else { return nil }
    let network = try makeNetwork(steps: room)
    let losses = Paired(
      reference: self.losses(of: network, on: samples.reference),
      current: self.losses(of: network, on: samples.current))
    return LossSplit(losses: losses, ofCurrent: domain.ofCurrent, seed: seed).map { split in
      ShiftGap(
        measure: target.task == .classification ? .accuracy : .meanAbsoluteError,
        rows: Paired(reference: samples.reference.rows, current: samples.current.rows),
        split: split,
        warnings: encoder.warnings(for: first.file.labels, areSeries: first.file.series != nil)
          .map(\.message))
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
    let drawn = RowDraw.rows(of: rows, limit: DomainProbabilities.mostRows, split: split)
    var data = drawn.count < rows ? selecting(rows: drawn) : self
    if let room { data.series?.room = room }
    return data
  }
}
