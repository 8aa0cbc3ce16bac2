extension PreprocessingOptions {
  /// Refuses options that name a column that there is not, or one of the other kind.
  func checkColumns(of table: Table) throws(DatasetError) {
    func failure(_ problem: DatasetError.Problem, _ name: String) -> DatasetError {
      DatasetError(problem, file: table.source, column: name)
    }
    for (option, names) in textColumns + numberColumns {
      for name in names where table[name] == nil {
        throw failure(
          .unknownColumn(option: option, suggestions: NearNames.of(name, among: table.names)), name)
      }
    }
    for (_, names) in textColumns {
      for name in names where table[name]?.kind != .categorical {
        throw failure(.wrongKind(expected: .categorical), name)
      }
    }
    for (option, names) in numberColumns {
      for name in names where table[name]?.kind != .numeric && ordinals[name] == nil {
        throw failure(.noNumbers(option: option), name)
      }
    }
  }

  /// Refuses cells that the options cannot take, and names their line.
  ///
  /// - Parameters:
  ///   - table: the rows as they stand in the file.
  ///   - isLearnedFrom: whether a model learns from them: a category without a place in an order that was
  ///     given is then a mistake, and else only one that was not seen in fitting.
  ///   - ofModel: whether the options are those that a model brings, and none that a person has given.
  ///   - reader: reads the file again for the line.
  /// - Throws: `DatasetError` for the first such cell.
  public func checkCells(
    of table: Table, isLearnedFrom: Bool, ofModel: Bool = false,
    reader: TableReader = TableReader()
  ) throws(DatasetError) {
    for (name, column) in zip(table.names, table.columns) {
      guard case .categorical(let cells) = column else {
        // Elsewhere, and where a cut is, it counts as far down as can be.
        if case .numeric(let values) = column, isLearnedFrom || clip(of: name) == nil,
          let row = rowWithoutLogarithm(values, of: name)
        {
          throw reader.error(
            .noLogarithm("\(values[row])", ofModel: ofModel), row: row, of: table, column: name)
        }
        continue
      }
      let problem: (String) -> DatasetError.Problem?
      if dates[name] != nil {
        problem = { CalendarTime($0) == nil ? .notADate($0, ofModel: ofModel) : nil }
      } else if isLearnedFrom, let order = ordinals[name], !order.isEmpty {
        problem = { order.contains($0) ? nil : .notInOrder($0) }
      } else {
        continue
      }
      let problems = cells.levels.map(problem)
      guard problems.contains(where: { $0 != nil }) else { continue }
      for (row, code) in cells.codes.enumerated() where code >= 0 {
        guard let problem = problems[Int(code)] else { continue }
        throw reader.error(problem, row: row, of: table, column: name)
      }
    }
  }

  /// The first row whose number has no `log1p` where that is taken of the column; of limits only those that are
  /// numbers are known before the pipeline is fitted.
  private func rowWithoutLogarithm(_ values: [Double], of column: String) -> Int? {
    guard scaling(of: column) == .log1p else { return nil }
    switch limits(of: column).lower {
    case .percentile: return nil
    case .value(let lowest): return lowest > -1 ? nil : values.firstIndex { $0 <= -1 }
    case nil: return values.firstIndex { $0 <= -1 }
    }
  }

  /// The columns of categories that look like dates and are not named by an option.
  ///
  /// - Parameters:
  ///   - table: the features.
  ///   - categorical: columns that a person wants to be categories.
  /// - Returns: their names, in the order of the table.
  public func unnamedDates(in table: Table, except categorical: [String]) -> [String] {
    let named = Set(textColumns.flatMap(\.columns) + categorical)
    return zip(table.names, table.columns).compactMap { name, column in
      guard case .categorical(let cells) = column, !named.contains(name), cells.levels.count > 1,
        cells.levels.allSatisfy({ CalendarTime($0) != nil })
      else { return nil }
      return name
    }
  }
}
