import Shift

extension DriftReport {
  /// The object that `drift --json` writes; `label` only when a target was named.
  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init(key: "rows", value: rows.json),
      .init(key: "features", value: .array(features.map(featureJSON))),
    ]
    if let label { members.append(.init(key: "label", value: label.json)) }
    members.append(.init(key: "share_drifted", value: JSONValue(shareDrifted)))
    if let prediction { members.append(.init(key: "prediction", value: prediction.json)) }
    if let multivariate { members += multivariate.members }
    members.append(.init(key: "summary", value: .string(summary.onOneLine)))
    return .object(members)
  }

  /// A feature, with what a model makes of it where one is known.
  private func featureJSON(_ drift: FeatureDrift) -> JSONValue {
    let use = use.map { JSONValue.Member(key: "use", value: .number($0[drift.name, default: 0])) }
    return .object(drift.members + (use.map { [$0] } ?? []))
  }
}

extension PredictionDrift {
  /// What the model predicts, and in a classification the probability of each class.
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init(key: "rows", value: rows.json), .init(key: "predicted", value: predicted.json),
    ]
    if predicted.kind == .categorical {
      members.append(.init(key: "probabilities", value: .array(probabilities.map(\.json))))
    }
    members.append(.init(key: "summary", value: .string(summary.onOneLine)))
    return .object(members)
  }
}

extension FeatureDrift {
  /// The statistics that this kind of feature has, `null` where the samples do not determine one.
  fileprivate var json: JSONValue { .object(members) }

  fileprivate var members: [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init(key: "name", value: .string(name)), .init(key: "kind", value: .string(kind.rawValue)),
    ]
    if kind == .numeric {
      members += [
        .init(key: "ks", value: ks?.json ?? .null),
        .init(key: "cramer_von_mises", value: cramerVonMises?.json ?? .null),
        .init(key: "wasserstein", value: JSONValue(wasserstein)),
        .init(key: "wasserstein_normed", value: JSONValue(wassersteinNormed)),
        .init(key: "energy", value: JSONValue(energy)),
        .init(key: "mean_change", value: JSONValue(meanChange)),
        .init(key: "variance_ratio", value: JSONValue(varianceRatio)),
      ]
    }
    members += [
      .init(key: "psi", value: JSONValue(psi)),
      .init(key: "psi_threshold", value: JSONValue(psiThreshold)),
      .init(key: "js", value: JSONValue(js)),
    ]
    if kind == .categorical {
      members += [
        .init(key: "chi2", value: chiSquare?.json ?? .null),
        .init(key: "g", value: gTest?.json ?? .null),
        .init(key: "cramers_v", value: JSONValue(cramersV)),
        .init(key: "new_categories", value: .array(newCategories.map(JSONValue.string))),
        .init(key: "new_share", value: JSONValue(newShare)),
        .init(key: "new_share_expected", value: JSONValue(newShareExpected)),
        .init(
          key: "vanished_categories", value: .array(vanishedCategories.map(JSONValue.string))),
      ]
    }
    members += [
      .init(
        key: "missing",
        value: [
          "reference": .number(missing.reference), "current": .number(missing.current),
          "p": JSONValue(missingP), "p_adjusted": JSONValue(missingPAdjusted),
          "drifted": .bool(missingDrifted),
        ]),
      .init(key: "p_adjusted", value: JSONValue(pAdjusted)),
      .init(key: "drifted", value: .bool(drifted)),
      .init(key: "summary", value: .string(DriftSentence.feature(self).onOneLine)),
    ]
    return members
  }
}

extension KolmogorovSmirnov {
  fileprivate var json: JSONValue { ["statistic": .number(statistic), "p": .number(p)] }
}

extension CramerVonMises {
  fileprivate var json: JSONValue { ["statistic": .number(statistic), "p": .number(p)] }
}

extension ChiSquareTest {
  fileprivate var json: JSONValue {
    ["statistic": .number(statistic), "dof": .integer(degreesOfFreedom), "p": .number(p)]
  }
}
