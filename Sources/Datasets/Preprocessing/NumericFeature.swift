/// How one numeric column becomes inputs.
struct NumericFeature: Sendable, Codable, Equatable {
  let name: String
  /// What fills a gap.
  let median: Double
  /// What smaller values are raised to.
  let lowest: Double?
  /// What larger values are lowered to.
  let highest: Double?
  /// What bends a value before it is centred and scaled.
  let curve: NumericCurve?
  /// What is taken off a value before it is divided by `scale`.
  var centre: Double
  var scale: Double
  /// Whether the value is an input: not where all values were one in fitting.
  let hasValue: Bool
  /// Whether missingness is an input: where there were gaps in fitting.
  let hasIndicator: Bool

  var inputs: [InputDescription] { inputs(.value) }

  /// The inputs, of a column whose number is a part of it.
  func inputs(_ part: InputDescription.Part) -> [InputDescription] {
    (hasValue ? [InputDescription(column: name, part: part)] : [])
      + (hasIndicator ? [InputDescription(column: name, part: .missingIndicator)] : [])
  }
}

extension NumericFeature {
  /// Fits a column; `centre` and `scale` of `shared` scaling are filled in later.
  ///
  /// - Returns: the feature and the column with its gaps filled.
  /// - Throws: `DatasetError` when every value is missing, and when `log1p` is asked for and one is not
  ///   above -1.
  static func fit(
    name: String, values: [Double], scaling: Scaling, limits: ValueLimits = ValueLimits()
  ) throws(DatasetError) -> (feature: NumericFeature, filled: [Double]) {
    var present = values.contains(where: \.isNaN) ? values.filter { !$0.isNaN } : values
    guard !present.isEmpty else { throw DatasetError(.allMissing, column: name) }
    let hasGaps = present.count < values.count
    let lowest = limits.lower?.value(of: present)
    let highest = limits.upper?.value(of: present)
    if !limits.isOpen { present = present.map { limited($0, lowest, highest) } }
    if scaling == .log1p, let value = present.first(where: { $0 <= -1 }) {
      throw DatasetError(.noLogarithm("\(value)"), column: name)
    }
    let median = Quantile.of(present, share: 0.5)
    var filled = values
    if hasGaps || !limits.isOpen {
      filled = values.map { $0.isNaN ? median : limited($0, lowest, highest) }
    }
    let curve = NumericCurve.fit(scaling, to: filled)
    let moments = Moments(curve.map { curve in filled.map { curve($0) } } ?? filled)
    var feature = NumericFeature(
      name: name, median: median, lowest: lowest, highest: highest, curve: curve, centre: 0,
      scale: 1, hasValue: moments.minimum < moments.maximum, hasIndicator: hasGaps)
    switch scaling {
    case .standard, .power, .log1p:
      feature.centre = moments.mean
      feature.scale = moments.standardDeviation
    case .minmax:
      feature.centre = moments.minimum
      feature.scale = moments.maximum - moments.minimum
    case .robust:
      feature.centre = median
      feature.scale = Quantile.of(filled, share: 0.75) - Quantile.of(filled, share: 0.25)
    case .quantile, .shared, .none: break
    }
    feature.scale = usableScale(feature.scale)
    return (feature, filled)
  }

  /// Division by 0 or by an infinity would tell nothing.
  static func usableScale(_ scale: Double) -> Double {
    if scale == 0 { return 1 }
    return scale.isFinite ? scale : .greatestFiniteMagnitude
  }

  /// A value within limits; NaN stays NaN.
  private static func limited(_ value: Double, _ lowest: Double?, _ highest: Double?) -> Double {
    if let lowest, value < lowest { return lowest }
    if let highest, value > highest { return highest }
    return value
  }

  /// A value, cut at the limits, bent, centred and scaled.
  func scaled(_ value: Double) -> Double {
    let limited = Self.limited(value, lowest, highest)
    return ((curve?(limited) ?? limited) - centre) / scale
  }

  /// Writes the inputs of a column.
  ///
  /// - Parameters:
  ///   - values: the column, a value for each row of the matrix.
  ///   - clip: where scaled values are cut; nil for nowhere.
  ///   - block: where the inputs stand.
  /// - Returns: how many cells were cut.
  /// - Throws: `DatasetError` for a value that no `Float` holds.
  func write(
    _ values: [Double], clip: Double?, into block: InputBlock
  ) throws(DatasetError) -> CellCounts {
    var counts = CellCounts()
    var overflow: Int?
    let isStraight = curve == nil && lowest == nil && highest == nil
    let fill = scaled(median)
    let indicator = hasValue ? 1 : 0
    for row in values.indices {
      let isMissing = values[row].isNaN
      if hasValue {
        var scaled =
          isMissing ? fill : isStraight ? (values[row] - centre) / scale : scaled(values[row])
        if let clip, abs(scaled) > clip {
          scaled = scaled < 0 ? -clip : clip
          counts.clipped += 1
        }
        let single = Float(scaled)
        if !single.isFinite, overflow == nil { overflow = row }
        block[row, 0] = single
      }
      if hasIndicator { block[row, indicator] = isMissing ? 1 : 0 }
    }
    if let overflow { throw failure(values[overflow], row: overflow) }
    if lowest != nil || highest != nil {
      counts.limited = values.reduce(0) {
        $0 + ($1 < lowest ?? -.infinity || $1 > highest ?? .infinity ? 1 : 0)
      }
    }
    return counts
  }

  private func failure(_ value: Double, row: Int) -> DatasetError {
    DatasetError(
      curve == .logarithm && value <= -1
        ? .noLogarithm("\(value)") : .tooLargeForSinglePrecision("\(value)", row: row + 1),
      column: name)
  }
}
