/// Turns the target column into classes or standardised numbers, and back.
///
/// It is fitted on source and train, never on test, and saved with the model.
public struct TargetEncoder: Sendable, Codable, Equatable {
  /// Whether classes or numbers are to be told.
  public let task: TaskKind

  /// The name of the target column.
  public let column: String

  /// The kind of the target column in the tables the encoder was fitted on.
  public let columnKind: ColumnKind

  /// The classes, in numeric order when all are numbers, else by code point; none in regression.
  ///
  /// A whole number is spelled without a point: `7`.
  public let classes: [String]

  /// What is taken off a number before it is divided by `scale`; 0 without standardising.
  public let mean: Double

  /// What a number is divided by: the population standard deviation; 1 without standardising.
  public let scale: Double

  /// The largest number of distinct whole numbers that are taken for classes.
  public static let largestNumberOfNumericClasses = 15

  /// Creates an encoder from its parts, as found in a model file.
  public init(
    task: TaskKind, column: String, columnKind: ColumnKind, classes: [String] = [],
    mean: Double = 0, scale: Double = 1
  ) {
    self.task = task
    self.column = column
    self.columnKind = columnKind
    self.classes = classes
    self.mean = mean
    self.scale = scale
  }

  /// Fits an encoder.
  ///
  /// Text is classification; numbers are classification when all are whole with at most 15 distinct
  /// values over all tables, else regression. Classes are those of all tables; mean and deviation
  /// are the first table's alone.
  ///
  /// - Parameters:
  ///   - tables: source, if there is one, then train.
  ///   - column: the name of the target column.
  ///   - task: decides when it is not nil.
  ///   - standardise: whether a regression target is standardised; `--scale none` leaves it raw.
  /// - Returns: the fitted encoder.
  /// - Throws: `DatasetError` when a table lacks the column or any value in it, when regression is
  ///   asked for on text, and when there is one class or one value only.
  public static func fit(
    tables: [Table], column: String, task: TaskKind? = nil, standardise: Bool = true
  ) throws(DatasetError) -> TargetEncoder {
    precondition(!tables.isEmpty, "a target encoder needs a table")
    var cells: [Column] = []
    for table in tables {
      guard let found = table[column] else {
        throw DatasetError(
          .unknownColumn(
            option: "--target", suggestions: NearNames.of(column, among: table.names)),
          file: table.source, column: column)
      }
      guard found.hasValues else {
        throw DatasetError(.noTarget, file: table.source, column: column)
      }
      cells.append(found)
    }
    let kind = cells[0].kind
    let labels = TargetLabels(cells)
    switch task ?? labels.usualTask {
    case .classification:
      let classes = labels.classes
      guard classes.count > 1 else {
        throw DatasetError(
          .oneClass(classes.first ?? ""), file: tables.last?.source, column: column)
      }
      return TargetEncoder(
        task: .classification, column: column, columnKind: kind, classes: classes)
    case .regression:
      guard case .numeric(let values) = cells[0] else {
        throw DatasetError(.textTarget, file: tables[0].source, column: column)
      }
      let moments = Moments(values)
      guard moments.minimum < moments.maximum else {
        throw DatasetError(
          .oneClass(TargetLabels.spelling(moments.minimum)), file: tables[0].source,
          column: column)
      }
      return TargetEncoder(
        task: .regression, column: column, columnKind: kind,
        mean: standardise ? moments.mean : 0,
        scale: standardise ? moments.standardDeviation : 1)
    }
  }

  /// Encodes the target of a table.
  ///
  /// - Returns: the target of the rows that have one, in the order of the table; which rows those
  ///   are; and how often each class occurs that the encoder was not fitted on. A table without the
  ///   column has no rows with a target.
  public func encode(
    _ table: Table
  ) -> (target: Target, rowsWithTarget: [Int], unknownClasses: [String: Int]) {
    guard let cells = table[column] else {
      return (task == .classification ? .classes([]) : .values([]), [], [:])
    }
    return switch task {
    case .classification: encodeClasses(cells)
    case .regression: encodeValues(cells)
    }
  }

  /// What a person should know about the target of a table.
  ///
  /// - Parameters:
  ///   - table: the rows.
  ///   - areSeries: whether a row stands for a series.
  /// - Returns: how many were left out, and which classes were never seen.
  public func warnings(for table: Table, areSeries: Bool = false) -> [DatasetWarning] {
    let encoded = encode(table)
    let missing = table.rowCount - encoded.rowsWithTarget.count
    var warnings: [DatasetWarning] = []
    if missing > 0 {
      warnings.append(.rowsWithoutTarget(missing, of: table, target: column, areSeries: areSeries))
    }
    if !encoded.unknownClasses.isEmpty {
      warnings.append(.unknownClasses(encoded.unknownClasses, of: table, areSeries: areSeries))
    }
    return warnings
  }

  /// The number in the target's units that a standardised one stands for.
  public func decode(_ value: Double) -> Double {
    value * scale + mean
  }
}

extension TargetEncoder {
  private func encodeClasses(
    _ cells: Column
  ) -> (target: Target, rowsWithTarget: [Int], unknownClasses: [String: Int]) {
    let codeOfClass = Dictionary(
      zip(classes, Int32(0)...), uniquingKeysWith: { first, _ in first })
    var codes: [Int32] = []
    var rows: [Int] = []
    var unknown: [String: Int] = [:]
    func append(_ label: String, row: Int) {
      let code = codeOfClass[label] ?? -1
      if code < 0 { unknown[label, default: 0] += 1 }
      codes.append(code)
      rows.append(row)
    }
    switch cells {
    case .numeric(let values):
      for (row, value) in values.enumerated() where !value.isNaN {
        append(TargetLabels.spelling(value), row: row)
      }
    case .categorical(let column):
      let labels = column.levels.map {
        columnKind == .numeric ? TargetLabels.spelling(ofText: $0) : $0
      }
      for (row, code) in column.codes.enumerated() where code >= 0 {
        append(labels[Int(code)], row: row)
      }
    }
    return (.classes(codes), rows, unknown)
  }

  private func encodeValues(
    _ cells: Column
  ) -> (target: Target, rowsWithTarget: [Int], unknownClasses: [String: Int]) {
    guard case .numeric(let values) = cells else { return (.values([]), [], [:]) }
    let present = values.reduce(0) { $0 + ($1.isNaN ? 0 : 1) }
    var row = 0
    let rows = [Int](count: present) { rows in
      for index in rows.indices {
        while values[row].isNaN { row += 1 }
        rows[index] = row
        row += 1
      }
    }
    let encoded = [Double](count: present) { encoded in
      for (index, row) in rows.enumerated() { encoded[index] = (values[row] - mean) / scale }
    }
    return (.values(encoded), rows, [:])
  }
}
