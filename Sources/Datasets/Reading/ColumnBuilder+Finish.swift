extension ColumnBuilder {
  /// The columns of several builders.
  ///
  /// - Throws: `DatasetError` of the first column that has one.
  static func finish(
    _ builders: [ColumnBuilder], rowCount: Int
  ) throws(DatasetError) -> [Column] {
    let results = builders.concurrentMap(work: rowCount * builders.count) { builder in
      Result { () throws(DatasetError) in try builder.finish(rowCount: rowCount) }
    }
    var columns: [Column] = []
    for result in results { columns.append(try result.get()) }
    return columns
  }

  /// The column of the first `rowCount` rows.
  ///
  /// - Throws: `DatasetError` when a column of numbers has an infinity.
  func finish(rowCount: Int) throws(DatasetError) -> Column {
    switch kind {
    case .numeric:
      if let firstInfinity {
        throw DatasetError(.infinity(firstInfinity.text), at: firstInfinity, column: name)
      }
      return .numeric(takeNumbers(rowCount))
    case .categorical:
      let codes = takeCodes(rowCount)
      slips = firstText.flatMap { numberSlips(after: $0, codes) }
      return .categorical(ordered(codes))
    }
  }

  private func numberSlips(after first: Place, _ codes: [Int32]) -> NumberSlips? {
    let isNumber = (0..<levels.count).map { code in
      var spelling = levels.spelling(of: code)
      return spelling.withUTF8 {
        NumberParser.parse($0, hasDecimalComma: hasDecimalComma)
      } != nil
    }
    var numbers = 0
    var present = 0
    for code in codes where code >= 0 {
      present += 1
      numbers += isNumber[Int(code)] ? 1 : 0
    }
    return NumberSlips(first: first, numbers: numbers, of: present)
  }

  /// Puts the levels in order and numbers the cells anew.
  private func ordered(_ codes: consuming [Int32]) -> CategoricalColumn {
    let spellings = (0..<levels.count).map { levels.spelling(of: $0) }
    let ordered = LevelOrder.sorted(spellings)
    var place: [String: Int32] = [:]
    for (index, spelling) in ordered.enumerated() { place[spelling] = Int32(index) }
    let renumbered = spellings.map { place[$0] ?? -1 }
    codes.withUnsafeMutableBufferPointer { codes in
      for row in codes.indices where codes[row] >= 0 {
        codes[row] = renumbered[Int(codes[row])]
      }
    }
    return CategoricalColumn(codes: codes, levels: ordered)
  }
}

extension DatasetError {
  /// An error about a cell.
  init(_ problem: Problem, at place: ColumnBuilder.Place, column: String) {
    self.init(problem, file: place.file, line: place.line, row: place.row, column: column)
  }
}
