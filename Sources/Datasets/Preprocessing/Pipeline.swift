/// Fitted preprocessing: from the columns of a table to the inputs of the net.
///
/// It is fitted on source if there is one, else on train, never on test, and saved with the model.
/// In order: a column with one value only is excluded; gaps are filled with the median or the most
/// frequent category; numbers are scaled and cut; categories become one input each, with a bucket
/// for rare and one for unseen ones; where the fitting table had gaps, one input more tells them.
/// A column with one value and gaps keeps that last input alone.
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
  ///   - options: how numbers are scaled and cut.
  /// - Returns: the fitted pipeline.
  /// - Throws: `DatasetError` when every value of a column is missing, and when no column varies.
  public static func fit(
    _ table: Table, options: PreprocessingOptions = PreprocessingOptions()
  ) throws(DatasetError) -> Pipeline {
    var features: [Feature] = []
    var droppedConstant: [String] = []
    var pool: [[Double]] = []
    let fitted = Array(zip(table.names, table.columns)).concurrentMap(
      work: table.rowCount * table.columns.count
    ) { name, column in fit(name, column, options) }
    for (name, fitted) in zip(table.names, fitted) {
      guard let (feature, values) = fitted else {
        throw DatasetError(.allMissing, file: table.source, column: name)
      }
      pool += values.map { [$0] } ?? []
      if feature.inputs.isEmpty {
        droppedConstant.append(name)
      } else {
        features.append(feature)
      }
    }
    guard !features.isEmpty else { throw DatasetError(.noFeatures, file: table.source) }
    if options.scaling == .shared {
      let moments = Moments(pool.joined())
      features = features.map { $0.sharing(moments) }
    }
    return Pipeline(options: options, droppedConstant: droppedConstant, features: features)
  }

  /// One column, with its values when others share their scale; nil when all of them are missing.
  private static func fit(
    _ name: String, _ column: Column, _ options: PreprocessingOptions
  ) -> (feature: Feature, pooled: [Double]?)? {
    switch column {
    case .numeric(let values):
      NumericFeature.fit(name: name, values: values, scaling: options.scaling).map { fitted in
        let isPooled = options.scaling == .shared && fitted.feature.hasValue
        return (.numeric(fitted.feature), isPooled ? fitted.filled : nil)
      }
    case .categorical(let column):
      CategoricalFeature.fit(name: name, column: column).map { (.categorical($0), nil) }
    }
  }

  /// The feature columns that are read, in order.
  public var columns: [String] { features.map(\.name) }

  /// What each feature column has to hold: the kinds to read a file with.
  public var columnKinds: [String: ColumnKind] {
    Dictionary(features.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
  }

  /// The inputs of the net, in order; those made from one column are neighbours.
  public var inputs: [InputDescription] { features.flatMap(\.inputs) }

  /// Makes the inputs for each row of a table.
  ///
  /// Columns that the pipeline does not know are ignored, and their order does not matter.
  ///
  /// - Throws: `DatasetError` when a column is missing or of the other kind, and when a value is
  ///   too large for single precision, which takes `--scale none`.
  public func transform(_ table: Table) throws(DatasetError) -> FeatureMatrix {
    let widths = features.map(\.inputs.count)
    let width = widths.reduce(0, +)
    var values = [Float](count: table.rowCount * width) { $0.initialize(repeating: 0) }
    var clipped: [String: Int] = [:]
    var unseen: [String: Int] = [:]
    let clip = options.scaling == .none ? nil : options.clip
    try values.withUnsafeMutableBufferPointer { (matrix) throws(DatasetError) in
      var offset = 0
      for (feature, inputs) in zip(features, widths) {
        switch (feature, table[feature.name]) {
        case (_, nil):
          throw DatasetError(
            .missingColumn(presentIn: nil), file: table.source, column: feature.name)
        case (.numeric(let feature), .numeric(let values)):
          let result = feature.write(
            values, clip: clip, into: matrix, offset: offset, width: width)
          if let row = result.overflow {
            throw DatasetError(
              .tooLargeForSinglePrecision("\(values[row])", row: row + 1), file: table.source,
              column: feature.name)
          }
          if result.clipped > 0 { clipped[feature.name] = result.clipped }
        case (.categorical(let feature), .categorical(let column)):
          let count = feature.write(column, into: matrix, offset: offset, width: width)
          if count > 0 { unseen[feature.name] = count }
        default:
          throw DatasetError(
            .wrongKind(expected: feature.kind), file: table.source, column: feature.name)
        }
        offset += inputs
      }
    }
    return FeatureMatrix(
      rows: table.rowCount, columns: width, values: values, clippedCellsByColumn: clipped,
      unseenCellsByColumn: unseen)
  }
}
