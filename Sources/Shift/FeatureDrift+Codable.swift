/// Coding with the key names of `ridgeline drift --json`.
///
/// Keys that the kind of feature does not have are left out; a statistic that the samples do not
/// determine is `null`.
extension FeatureDrift: Codable {
  private enum CodingKeys: String, CodingKey {
    case name
    case kind
    case ks
    case wasserstein
    case wassersteinNormed = "wasserstein_normed"
    case psi
    case psiThreshold = "psi_threshold"
    case js
    case chiSquare = "chi2"
    case cramersV = "cramers_v"
    case missing
    case pAdjusted = "p_adjusted"
    case drifted
  }

  /// Reads a result; a key that is absent or `null` leaves its statistic undetermined.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func number(_ key: CodingKeys) throws -> Double? {
      try container.decodeIfPresent(Double.self, forKey: key)
    }
    self.init(
      name: try container.decode(String.self, forKey: .name),
      kind: try container.decode(FeatureKind.self, forKey: .kind),
      ks: try container.decodeIfPresent(KolmogorovSmirnov.self, forKey: .ks),
      wasserstein: try number(.wasserstein),
      wassersteinNormed: try number(.wassersteinNormed),
      psi: try number(.psi),
      psiThreshold: try number(.psiThreshold),
      js: try number(.js),
      chiSquare: try container.decodeIfPresent(ChiSquareTest.self, forKey: .chiSquare),
      cramersV: try number(.cramersV),
      missing: try container.decode(Paired<Double>.self, forKey: .missing),
      pAdjusted: try number(.pAdjusted),
      drifted: try container.decode(Bool.self, forKey: .drifted))
  }

  /// Writes the statistics of the feature's kind, in the order of the command's documentation.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(kind, forKey: .kind)
    if kind == .numeric {
      try container.encode(ks, forKey: .ks)
      try container.encode(wasserstein, forKey: .wasserstein)
      try container.encode(wassersteinNormed, forKey: .wassersteinNormed)
    }
    try container.encode(psi, forKey: .psi)
    try container.encode(psiThreshold, forKey: .psiThreshold)
    try container.encode(js, forKey: .js)
    if kind == .categorical {
      try container.encode(chiSquare, forKey: .chiSquare)
      try container.encode(cramersV, forKey: .cramersV)
    }
    try container.encode(missing, forKey: .missing)
    try container.encode(pAdjusted, forKey: .pAdjusted)
    try container.encode(drifted, forKey: .drifted)
  }
}
