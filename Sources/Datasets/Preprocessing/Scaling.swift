/// How numbers are brought to one scale.
///
/// Below, `fit` is the table the pipeline is fitted on, cut at the column's limits and its gaps filled
/// with the median.
public enum Scaling: String, Sendable, CaseIterable, Codable {
  /// (x - mean) / population standard deviation, of the column in `fit`.
  case standard

  /// (x - minimum) / (maximum - minimum), of the column in `fit`.
  case minmax

  /// (x - median) / (third quartile - first quartile), of the column in `fit`; a column whose
  /// quartiles are equal is divided by 1, as scikit-learn's `RobustScaler` does.
  case robust

  /// The normal deviate of x's rank in `fit`, from -5.2 to 5.2: see ``QuantileTransform``.
  case quantile

  /// The power of Yeo and Johnson that makes `fit` most like a normal distribution, then `standard`:
  /// see ``PowerTransform``.
  case power

  /// log(1 + x), then `standard`; x has to be above -1.
  case log1p

  /// (x - mean) / population standard deviation, of all numeric columns of `fit` of this scaling taken
  /// together, as is usual for pixels.
  case shared

  /// x.
  case none
}
