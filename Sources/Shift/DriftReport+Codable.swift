/// Coding with the key names of `ridgeline drift --json`; `label` only when there is one.
extension DriftReport: Codable {
  private enum CodingKeys: String, CodingKey {
    case rows
    case features
    case label
    case shareDrifted = "share_drifted"
  }

  /// Reads a report; the share of drifted features follows from the features.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      rows: try container.decode(Paired<Int>.self, forKey: .rows),
      features: try container.decode([FeatureDrift].self, forKey: .features),
      label: try container.decodeIfPresent(FeatureDrift.self, forKey: .label))
  }

  /// Writes the report.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rows, forKey: .rows)
    try container.encode(features, forKey: .features)
    try container.encodeIfPresent(label, forKey: .label)
    try container.encode(shareDrifted, forKey: .shareDrifted)
  }
}
