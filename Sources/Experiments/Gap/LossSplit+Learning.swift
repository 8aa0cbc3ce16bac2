public import Datasets
public import Shift

extension LossSplit {
  /// Splits losses of rows whose inputs are given; `nil` when either sample has fewer than two rows.
  ///
  /// What is learned of the inputs is as in `evaluate --reference`: see ``Shift/LossSplit``.
  ///
  /// - Parameters:
  ///   - losses: The loss of each row.
  ///   - inputs: The inputs of the same rows.
  ///   - seed: The seed of folds, networks and resamples.
  /// - Precondition: There is a loss for each row, and both samples have as many inputs.
  public init?(losses: Paired<[Double]>, inputs: Paired<FeatureMatrix>, seed: UInt64 = 0) {
    func sample(_ matrix: FeatureMatrix, _ losses: [Double]) -> SplitData {
      precondition(matrix.rows == losses.count, "every row needs a loss")
      return SplitData(matrix: matrix, target: .values(losses))
    }
    precondition(inputs.reference.columns == inputs.current.columns, "inputs of two kinds")
    let samples = Paired(
      reference: sample(inputs.reference, losses.reference),
      current: sample(inputs.current, losses.current))
    self.init(LossRow.learned(losses, samples, seed: seed), seed: seed)
  }
}
