public import Datasets
public import Runs

extension DataConfiguration {
  /// The files that there are, in the order in which they decide about columns.
  public var files: [(split: Runs.Split, path: String)] {
    [(.source, source), (.train, train), (.test, test)].compactMap { split, path in
      path.map { (split, $0) }
    }
  }

  /// Reads all files.
  ///
  /// - Parameters:
  ///   - options: How columns become inputs; `nil` for as the configuration says.
  ///   - report: Is told how far the reading has come.
  /// - Returns: A table for each split that has a file.
  /// - Throws: A `DatasetError` for files that cannot be used together.
  public func tables(
    preparedBy options: PreprocessingOptions? = nil,
    report: (@Sendable (WorkProgress) -> Void)? = nil
  ) throws(DatasetError) -> [Runs.Split: Table] {
    let files = files
    return Dictionary(
      zip(
        files.map(\.split),
        try tables(of: files.map(\.path), preparedBy: options, report: report)),
      uniquingKeysWith: { first, _ in first })
  }

  /// Reads files that belong together as the configuration says.
  ///
  /// - Parameters:
  ///   - paths: The files.
  ///   - options: How columns become inputs; `nil` for as the configuration says.
  ///   - report: Is told how far the reading has come.
  /// - Returns: A table for each path.
  /// - Throws: A `DatasetError`; one about a column that is read in a way because an option names it names
  ///   that option.
  public func tables(
    of paths: [String], preparedBy options: PreprocessingOptions? = nil,
    report: (@Sendable (WorkProgress) -> Void)? = nil
  ) throws(DatasetError) -> [Table] {
    try checkColumns()
    let texts = (options ?? preprocessing).textColumns
    let reader = TableReader(
      ReadOptions(
        categorical: categorical + texts.flatMap(\.columns),
        numeric: numeric + (sampleWeight.map { [$0] } ?? []), drop: drop,
        sequence: sequence?.seriesColumns, target: target, unlabelled: [test].compactMap(\.self),
        targetHoldsClasses: task == .classification),
      report: report.map(WorkProgress.reading))
    do {
      return try reader.read(paths)
    } catch {
      throw named(error, texts)
    }
  }

  /// An error about a column that was read as if another option had named it, with its own.
  private func named(
    _ error: DatasetError, _ texts: [(option: String, columns: [String])]
  ) -> DatasetError {
    guard let column = error.column else { return error }
    if column == sampleWeight { return error.naming("--sample-weight", for: "--numeric") }
    guard let option = texts.first(where: { $0.columns.contains(column) })?.option else {
      return error
    }
    // Those of a base are no option that was given.
    if case .unknownColumn = error.problem,
      preprocessing.textColumns.allSatisfy(\.columns.isEmpty)
    {
      return DatasetError(.missingColumn(presentIn: nil), file: error.file, column: column)
    }
    return error.naming(option, for: "--categorical")
  }

  /// Refuses rows to learn from that all have the weight 0.
  func checkWeights(of samples: LabelledSamples) throws(SessionFailure) {
    guard let sampleWeight, let weights = samples.weights, weights.allSatisfy({ $0 == 0 }) else {
      return
    }
    throw SessionFailure(
      description:
        "\(samples.features.source.pathForMessage), column '\(sampleWeight.cleaned)': every weight of the "
        + "rows that are learned from is 0; give some of them more")
  }
}

extension DatasetError {
  /// The same error with the option that named the column in the place of another.
  fileprivate func naming(_ option: String, for other: String) -> DatasetError {
    func own(_ name: String) -> String { name == other ? option : name }
    let problem: Problem =
      switch problem {
      case .unknownColumn(let option, let suggestions):
        .unknownColumn(option: own(option), suggestions: suggestions)
      case .conflictingOptions(let first, let second): .conflictingOptions(own(first), own(second))
      case .notANumber(let text, .option): .notANumber(text, because: .weight)
      case .missingColumn(let file, _): .missingColumn(presentIn: file, isNeeded: true)
      default: problem
      }
    return DatasetError(problem, file: file, line: line, row: row, column: column)
  }
}
