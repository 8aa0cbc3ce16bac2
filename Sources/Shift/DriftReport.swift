/// The drift of every column of a table against a reference table.
public struct DriftReport: Sendable, Equatable {
  /// How many rows each table has.
  public var rows: Paired<Int>

  /// The features in the reference's column order, with corrected p values and verdicts.
  public var features: [FeatureDrift]

  /// The drift of the target column, when one was named; a family of one for the correction.
  public var label: FeatureDrift?

  /// What all features show together, when it was asked for.
  public var multivariate: MultivariateDrift?

  /// How far a model's predictions have moved, when one was named.
  public var prediction: PredictionDrift?

  /// How much a model uses each feature, in `0...1` of the one that it uses most, when one was named.
  public var use: [String: Double]?

  /// Creates a report from its parts.
  public init(rows: Paired<Int>, features: [FeatureDrift], label: FeatureDrift? = nil) {
    self.rows = rows
    self.features = features
    self.label = label
  }

  /// The share of drifted features among those that have a p value; `nil` when none has.
  public var shareDrifted: Double? {
    let judged = features.filter { $0.pAdjusted != nil }
    guard !judged.isEmpty else { return nil }
    return Double(judged.count(where: \.drifted)) / Double(judged.count)
  }

  /// The verdict on each feature by itself, in a line of plain words.
  public var featureSummary: String { DriftSentence.features(features, use: use) }

  /// The verdict on all features, and on what they show together, in a line of plain words.
  public var summary: String {
    ([featureSummary] + (multivariate.map { DriftSentence.multivariate($0).prefix(1) } ?? []))
      .joined(separator: "; ")
  }
}
