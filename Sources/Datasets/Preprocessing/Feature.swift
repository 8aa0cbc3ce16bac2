/// How one column becomes inputs.
enum Feature: Sendable, Codable, Equatable {
  case numeric(NumericFeature)
  case categorical(CategoricalFeature)
  case date(DateFeature)
  case ordinal(OrdinalFeature)
  case hashed(HashedFeature)
}

extension Feature {
  var name: String {
    switch self {
    case .numeric(let feature): feature.name
    case .categorical(let feature): feature.name
    case .date(let feature): feature.name
    case .ordinal(let feature): feature.number.name
    case .hashed(let feature): feature.name
    }
  }

  /// What the cells of the column are.
  var kind: ColumnKind {
    switch self {
    case .numeric: .numeric
    case .categorical, .date, .ordinal, .hashed: .categorical
    }
  }

  var inputs: [InputDescription] {
    switch self {
    case .numeric(let feature): feature.inputs
    case .categorical(let feature): feature.inputs
    case .date(let feature): feature.inputs
    case .ordinal(let feature): feature.number.inputs
    case .hashed(let feature): feature.inputs
    }
  }

  /// The feature with the scale that numeric columns share.
  func sharing(_ moments: Moments) -> Self {
    func shared(_ feature: NumericFeature) -> NumericFeature {
      var feature = feature
      feature.centre = moments.mean
      feature.scale = NumericFeature.usableScale(moments.standardDeviation)
      return feature
    }
    switch self {
    case .numeric(let feature): return .numeric(shared(feature))
    case .ordinal(var feature):
      feature.number = shared(feature.number)
      return .ordinal(feature)
    case .categorical, .date, .hashed: return self
    }
  }
}

extension Feature {
  /// Fits a column as the options say.
  ///
  /// - Returns: the feature, and the column with its gaps filled when others share its scale.
  /// - Throws: `DatasetError`, without the file, for a column that cannot be fitted.
  static func fit(
    _ name: String, _ column: Column, _ options: PreprocessingOptions
  ) throws(DatasetError) -> (feature: Feature, pooled: [Double]?) {
    let isPooled = options.scaling(of: name) == .shared
    switch column {
    case .numeric(let values):
      let (feature, filled) = try NumericFeature.fit(
        name: name, values: values, scaling: options.scaling(of: name),
        limits: options.limits(of: name))
      return (.numeric(feature), isPooled && feature.hasValue ? filled : nil)
    case .categorical(let column):
      if let order = options.ordinals[name] {
        let (feature, filled) = try OrdinalFeature.fit(
          name: name, column: column, order: order, options: options)
        return (.ordinal(feature), isPooled && feature.number.hasValue ? filled : nil)
      }
      if let parts = options.dates[name] {
        let scales = options.scaling != .none
        return (
          .date(try .fit(name: name, column: column, parts: parts, scales: scales)), nil
        )
      }
      if let buckets = options.hashes[name] {
        return (.hashed(try .fit(name: name, column: column, buckets: buckets)), nil)
      }
      return (.categorical(try .fit(name: name, column: column)), nil)
    }
  }

  /// Writes the inputs of a column.
  ///
  /// - Parameters:
  ///   - column: the column, a cell for each row of the matrix.
  ///   - clip: where scaled numbers are cut; nil for nowhere.
  ///   - block: where the inputs stand.
  /// - Returns: how many cells are not in the inputs as they are in the file.
  /// - Throws: `DatasetError`, without the file, for a column of the other kind and for a cell that
  ///   cannot be an input.
  func write(
    _ column: Column, clip: Double?, into block: InputBlock
  ) throws(DatasetError) -> CellCounts {
    switch (self, column) {
    case (.numeric(let feature), .numeric(let values)):
      return try feature.write(values, clip: clip, into: block)
    case (.categorical(let feature), .categorical(let column)):
      return feature.write(column, into: block)
    case (.date(let feature), .categorical(let column)):
      return try feature.write(column, clip: clip, into: block)
    case (.ordinal(let feature), .categorical(let column)):
      return try feature.write(column, clip: clip, into: block)
    case (.hashed(let feature), .categorical(let column)):
      return feature.write(column, into: block)
    case (.numeric, .categorical), (_, .numeric):
      throw DatasetError(.wrongKind(expected: kind), column: name)
    }
  }
}
