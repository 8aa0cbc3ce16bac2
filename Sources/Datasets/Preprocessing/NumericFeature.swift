/// How one numeric column becomes inputs.
struct NumericFeature: Sendable, Codable, Equatable {
  let name: String
  /// What fills a gap.
  let median: Double
  /// What is taken off a value before it is divided by `scale`.
  var centre: Double
  var scale: Double
  /// Whether the value is an input: not where all values were one in fitting.
  let hasValue: Bool
  /// Whether missingness is an input: where there were gaps in fitting.
  let hasIndicator: Bool

  var inputs: [InputDescription] {
    (hasValue ? [InputDescription(column: name, part: .value)] : [])
      + (hasIndicator ? [InputDescription(column: name, part: .missingIndicator)] : [])
  }
}

extension NumericFeature {
  /// Fits a column; `centre` and `scale` of `shared` scaling are filled in later.
  ///
  /// - Returns: the feature and the column with its gaps filled; nil when every value is missing.
  static func fit(
    name: String, values: [Double], scaling: Scaling
  ) -> (feature: NumericFeature, filled: [Double])? {
    let present = values.contains(where: \.isNaN) ? values.filter { !$0.isNaN } : values
    guard !present.isEmpty else { return nil }
    let median = Quantile.of(present, share: 0.5)
    let hasGaps = present.count < values.count
    let filled = hasGaps ? values.map { $0.isNaN ? median : $0 } : values
    let moments = Moments(filled)
    var feature = NumericFeature(
      name: name, median: median, centre: 0, scale: 1,
      hasValue: moments.minimum < moments.maximum, hasIndicator: hasGaps)
    switch scaling {
    case .standard:
      feature.centre = moments.mean
      feature.scale = moments.standardDeviation
    case .minmax:
      feature.centre = moments.minimum
      feature.scale = moments.maximum - moments.minimum
    case .robust:
      feature.centre = median
      feature.scale = Quantile.of(filled, share: 0.75) - Quantile.of(filled, share: 0.25)
    case .shared, .none: break
    }
    feature.scale = usableScale(feature.scale)
    return (feature, filled)
  }

  /// Division by 0 or by an infinity would tell nothing.
  static func usableScale(_ scale: Double) -> Double {
    if scale == 0 { return 1 }
    return scale.isFinite ? scale : .greatestFiniteMagnitude
  }

  /// Writes the inputs of a column at `offset` of each row of `width`.
  ///
  /// - Parameters:
  ///   - values: the column, a value for each row of the matrix.
  ///   - clip: where scaled values are cut; nil for nowhere.
  ///   - matrix: the inputs of all rows, row-major.
  ///   - offset: the place of the first input within a row.
  ///   - width: the number of inputs of a row.
  /// - Returns: the number of cells cut, and the first row whose value no `Float` holds.
  func write(
    _ values: [Double], clip: Double?, into matrix: UnsafeMutableBufferPointer<Float>,
    offset: Int, width: Int
  ) -> (clipped: Int, overflow: Int?) {
    var clipped = 0
    var overflow: Int?
    var place = offset
    for row in values.indices {
      let isMissing = values[row].isNaN
      if hasValue {
        var scaled = ((isMissing ? median : values[row]) - centre) / scale
        if let clip, abs(scaled) > clip {
          scaled = scaled < 0 ? -clip : clip
          clipped += 1
        }
        let single = Float(scaled)
        if !single.isFinite, overflow == nil { overflow = row }
        matrix[place] = single
      }
      if hasIndicator { matrix[place + (hasValue ? 1 : 0)] = isMissing ? 1 : 0 }
      place += width
    }
    return (clipped, overflow)
  }
}
