import Datasets

/// A test file without the target: where the model must work nobody may have labelled it yet.
extension FileSamples {
  /// The rows, with targets that stand for nothing.
  ///
  /// - Parameters:
  ///   - encoder: The target that they lack.
  ///   - weight: The column of weights, which is no feature.
  /// - Returns: The rows.
  func unlabelled(_ encoder: TargetEncoder, dropping weight: String?) -> LabelledSamples {
    let count = series?.steps.count ?? rows.rowCount
    return LabelledSamples(
      features: weight.map { rows.dropping([$0]) } ?? rows,
      target: encoder.task == .classification
        ? .classes([Int32](repeating: -1, count: count))
        : .values([Double](repeating: 0, count: count)),
      series: series, isLabelled: false)
  }

  /// What a person should know about it.
  func warning(without encoder: TargetEncoder) -> String {
    "\(rows.source.pathForMessage): there is no column '\(encoder.column)', so that test has no scores"
      + (encoder.task == .classification ? "; its accuracy is estimated" : "")
  }
}
