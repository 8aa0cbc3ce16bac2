/// Fitted preprocessing: from the columns of a table to the inputs of the net.
///
/// It is fitted on source if there is one, else on train, never on test, and saved with the model.
/// In order: numbers are cut at their limits; a column with one value only is excluded; gaps are filled
/// with the median or the most frequent category; numbers are bent, scaled and cut; categories become one
/// input each, with a bucket for rare and one for unseen ones, or a rank, or a bucket of a hash; dates
/// become their parts; where the fitting table had gaps, one input more tells them. A column with one
/// value and gaps keeps that last input alone.
public struct Pipeline: Sendable, Codable, Equatable {
  /// The choices it was fitted with.
  public let options: PreprocessingOptions

  /// The columns that were excluded because they hold one value only, in the order of the table.
  public let droppedConstant: [String]

  private let features: [Feature]

  /// Fits a pipeline.
  ///
  /// - Parameters:
  ///   - table: source or train; every column is a feature, so leave out the target.
  ///   - options: how columns become inputs.
  /// - Returns: the fitted pipeline.
  /// - Throws: `DatasetError` when the options name columns that there are not, or are not of the kind,
  ///   when every value of a column is missing or one cannot be fitted, and when no column varies.
  public static func fit(
    _ table: Table, options: PreprocessingOptions = PreprocessingOptions()
  ) throws(DatasetError) -> Pipeline {
    try options.checkColumns(of: table)
    var features: [Feature] = []
    var droppedConstant: [String] = []
    var pool: [[Double]] = []
    let fitted = Array(zip(table.names, table.columns)).concurrentMap(
      work: table.rowCount * table.columns.count
    ) { name, column in
      Result { () throws(DatasetError) in try Feature.fit(name, column, options) }
    }
    for (name, fitted) in zip(table.names, fitted) {
      let (feature, values) = try table.naming { () throws(DatasetError) in try fitted.get() }
      pool += values.map { [$0] } ?? []
      if feature.inputs.isEmpty {
        droppedConstant.append(name)
      } else {
        features.append(feature)
      }
    }
    guard !features.isEmpty else { throw DatasetError(.noFeatures, file: table.source) }
    if !pool.isEmpty {
      let moments = Moments(pool.joined())
      features = features.map {
        options.scaling(of: $0.name) == .shared ? $0.sharing(moments) : $0
      }
    }
    return Pipeline(options: options, droppedConstant: droppedConstant, features: features)
  }

  /// The feature columns that are read, in order.
  public var columns: [String] { features.map(\.name) }

  /// What each feature column has to hold: the kinds to read a file with.
  public var columnKinds: [String: ColumnKind] {
    Dictionary(features.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
  }

  /// The inputs of the net, in order; those made from one column are neighbours.
  public var inputs: [InputDescription] { features.flatMap(\.inputs) }

  /// What a person should know about what was fitted.
  public var warnings: [DatasetWarning] {
    let hashed = features.compactMap { feature in
      if case .hashed(let feature) = feature { feature.warning } else { nil }
    }
    let dates = options.dates.sorted { $0.key < $1.key }.compactMap { name, parts in
      let fitted = dateParts(of: name)
      return DatasetWarning.constantParts(of: name, parts.filter { !fitted.contains($0) })
    }
    return dates + hashed
  }

  /// The parts of a column of dates that became inputs.
  private func dateParts(of name: String) -> [DatePart] {
    for case .date(let feature) in features where feature.name == name { return feature.fitted }
    return []
  }

  /// Makes the inputs for each row of a table.
  ///
  /// Columns that the pipeline does not know are ignored, and their order does not matter.
  ///
  /// - Throws: `DatasetError` when a column is missing or of the other kind, for a cell that is no date
  ///   where dates have to be, for a number that single precision does not hold, which takes a scaling
  ///   without a cut, and for inputs that memory does not hold.
  public func transform(_ table: Table) throws(DatasetError) -> FeatureMatrix {
    let widths = features.map(\.inputs.count)
    let width = widths.reduce(0, +)
    guard table.rowCount <= FeatureMatrix.largestCount / max(width, 1) else {
      throw DatasetError(.tooManyInputs(width, rows: table.rowCount), file: table.source)
    }
    var values = [Float](count: table.rowCount * width) { $0.initialize(repeating: 0) }
    var counts: [String: CellCounts] = [:]
    try values.withUnsafeMutableBufferPointer { (matrix) throws(DatasetError) in
      var offset = 0
      for (feature, inputs) in zip(features, widths) {
        guard let column = table[feature.name] else {
          throw DatasetError(
            .missingColumn(presentIn: nil), file: table.source, column: feature.name)
        }
        let block = InputBlock(matrix: matrix, offset: offset, width: width)
        counts[feature.name] = try table.naming { () throws(DatasetError) in
          try feature.write(column, clip: options.clip(of: feature.name), into: block)
        }
        offset += inputs
      }
    }
    func by(_ count: KeyPath<CellCounts, Int>) -> [String: Int] {
      counts.mapValues { $0[keyPath: count] }.filter { $0.value > 0 }
    }
    return FeatureMatrix(
      rows: table.rowCount, columns: width, values: values, clippedCellsByColumn: by(\.clipped),
      limitedCellsByColumn: by(\.limited), unseenCellsByColumn: by(\.unseen))
  }
}

extension Table {
  /// Names this table's file in the error that `body` throws.
  fileprivate func naming<Result>(
    _ body: () throws(DatasetError) -> Result
  ) throws(DatasetError) -> Result {
    do {
      return try body()
    } catch {
      throw DatasetError(error.problem, file: source, column: error.column)
    }
  }
}
