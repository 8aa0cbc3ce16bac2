/// Makes the kinds of the columns of several files agree.
struct ColumnAgreement {
  private let readings: [FileReading]

  init(_ readings: [FileReading]) {
    self.readings = readings
  }

  /// The tables, with their columns in the order of the first one.
  ///
  /// A column without a value in a file is of the kind that it has in the others.
  ///
  /// - Throws: `DatasetError` for a column that is numeric in one file and text in another.
  func tables() throws(DatasetError) -> [Table] {
    guard let names = readings.first?.names else { return [] }
    var columns = [[Column]](repeating: [], count: readings.count)
    for name in names {
      let found = readings.compactMap { $0.columns[name] }
      let text = found.indices.first { found[$0].column.kind == .categorical }
      if let text {
        let number = found.indices.first {
          found[$0].column.kind == .numeric && found[$0].hasValues
        }
        if let number {
          throw DatasetError(
            .notANumber(
              found[text].firstText?.text ?? "",
              because: .otherFile(readings[number].path)),
            file: readings[text].path, line: found[text].firstText?.line, column: name)
        }
      }
      for (index, read) in found.enumerated() {
        columns[index].append(text == nil ? read.column : read.column.asCategories)
      }
    }
    return zip(readings, columns).map { reading, columns in
      Table(source: reading.path, names: names, columns: columns)
    }
  }
}

extension Column {
  /// A column without a value as one of categories; one of categories as it is.
  fileprivate var asCategories: Column {
    switch self {
    case .numeric(let values):
      .categorical(CategoricalColumn(codes: values.map { _ in -1 }, levels: []))
    case .categorical: self
    }
  }
}
