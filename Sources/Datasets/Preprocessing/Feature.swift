/// How one column becomes inputs.
enum Feature: Sendable, Codable, Equatable {
  case numeric(NumericFeature)
  case categorical(CategoricalFeature)
}

extension Feature {
  var name: String {
    switch self {
    case .numeric(let feature): feature.name
    case .categorical(let feature): feature.name
    }
  }

  var kind: ColumnKind {
    switch self {
    case .numeric: .numeric
    case .categorical: .categorical
    }
  }

  var inputs: [InputDescription] {
    switch self {
    case .numeric(let feature): feature.inputs
    case .categorical(let feature): feature.inputs
    }
  }

  /// The feature with the scale that all numeric columns share.
  func sharing(_ moments: Moments) -> Self {
    guard case .numeric(var feature) = self else { return self }
    feature.centre = moments.mean
    feature.scale = NumericFeature.usableScale(moments.standardDeviation)
    return .numeric(feature)
  }
}
