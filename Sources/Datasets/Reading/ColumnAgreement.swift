/// Makes the kinds of the columns of several files agree.
///
/// The first file in which a column has a value decides, as source and train stand before test. Where it
/// holds text there, numbers in other files are names of categories too. Where it holds numbers there,
/// text in another file is a mistake: nothing that learned on numbers could use it.
struct ColumnAgreement {
  private let readings: [FileReading]
  private let classes: String?

  /// Compares files.
  ///
  /// - Parameters:
  ///   - readings: the files, in the order in which they decide.
  ///   - classes: a column of classes, which are told by their spelling: numbers in one file and text in
  ///     another are no contradiction there.
  init(_ readings: [FileReading], classes: String? = nil) {
    self.readings = readings
    self.classes = classes
  }

  /// The columns that are text in every file.
  ///
  /// - Throws: `DatasetError` for a column that holds numbers first and text later.
  func textColumns() throws(DatasetError) -> Set<String> {
    var names: Set<String> = []
    for name in readings.first?.names ?? [] {
      let found = readings.compactMap { $0.columns[name] }
      guard let first = found.firstIndex(where: \.hasValues) else { continue }
      guard found[first].column.kind == .numeric else {
        names.insert(name)
        continue
      }
      guard name != classes,
        let text = found.firstIndex(where: { $0.column.kind == .categorical })
      else { continue }
      let place = found[text].firstText
      throw DatasetError(
        .notANumber(place?.text ?? "", because: .otherFile(readings[first].path)),
        file: place?.file ?? readings[text].path, line: place?.line, row: place?.row, column: name)
    }
    return names
  }

  /// The files with their numbers spelled as in the file where a column is text.
  ///
  /// A column without a value in a file is of the kind that it has in the others.
  ///
  /// - Parameter read: reads columns of one of the files again, by its place, as categories.
  /// - Returns: the files, in their order.
  /// - Throws: `DatasetError` for kinds that contradict one another and when a file cannot be read again.
  func agreed(
    reading read: (Int, Set<String>) throws(DatasetError) -> FileReading
  ) throws(DatasetError) -> [FileReading] {
    let text = try textColumns()
    var agreed: [FileReading] = []
    for (index, reading) in readings.enumerated() {
      let numeric = reading.columns.filter {
        text.contains($0.key) && $0.value.column.kind == .numeric
      }
      let toSpell = Set(numeric.filter(\.value.hasValues).keys)
      var changed = numeric.filter { !$0.value.hasValues }.mapValues(\.asCategories)
      if !toSpell.isEmpty {
        changed.merge(try read(index, toSpell).columns) { _, new in new }
      }
      agreed.append(reading.replacing(changed))
    }
    return agreed
  }
}

extension FileReading.ReadColumn {
  /// A column without a value as one of categories.
  fileprivate var asCategories: Self {
    var copy = self
    let codes = [Int32](repeating: -1, count: column.count)
    copy.column = .categorical(CategoricalColumn(codes: codes, levels: []))
    return copy
  }
}
