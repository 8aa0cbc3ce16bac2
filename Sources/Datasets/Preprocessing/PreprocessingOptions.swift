/// How numbers are brought to one scale.
///
/// Below, `fit` is the table the pipeline is fitted on, its gaps filled with the median.
public enum Scaling: String, Sendable, CaseIterable, Codable {
  /// (x - mean) / population standard deviation, of the column in `fit`.
  case standard

  /// (x - minimum) / (maximum - minimum), of the column in `fit`.
  case minmax

  /// (x - median) / (third quartile - first quartile), of the column in `fit`; a column whose
  /// quartiles are equal is divided by 1, as scikit-learn's `RobustScaler` does.
  case robust

  /// (x - mean) / population standard deviation, of all numeric columns of `fit` taken together,
  /// as is usual for pixels.
  case shared

  /// x.
  case none
}

/// The choices that a pipeline is fitted with.
public struct PreprocessingOptions: Sendable, Equatable, Codable {
  /// How numbers are scaled.
  public var scaling: Scaling

  /// Scaled numbers are cut at plus and minus this; nil cuts nothing, nor does `Scaling.none`.
  public var clip: Double?

  /// Creates options: `standard` scaling, cut at 10 deviations, unless told otherwise.
  ///
  /// - Precondition: `clip` is positive.
  public init(scaling: Scaling = .standard, clip: Double? = 10) {
    precondition(clip.map { $0 > 0 } ?? true, "a cut at \(clip ?? 0) leaves nothing")
    self.scaling = scaling
    self.clip = clip
  }
}
