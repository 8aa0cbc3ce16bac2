import Datasets
import Runs

extension DataConfiguration {
  /// How columns become inputs: as the configuration says, or as a base does that brings its own.
  ///
  /// - Throws: A ``SessionFailure`` when the configuration names columns and the base has other choices.
  func preprocessing(givenBy pipeline: Pipeline?) throws(SessionFailure) -> PreprocessingOptions {
    guard let pipeline else { return preprocessing }
    let named = (preprocessing.textColumns + preprocessing.numberColumns).first {
      !$0.columns.isEmpty
    }
    if let option = named?.option, preprocessing != pipeline.options {
      throw SessionFailure(
        description: "\(option) names columns, and preprocessing is that of the base model: "
          + "leave it out")
    }
    return pipeline.options
  }

  /// Reads files that belong together as the configuration says.
  ///
  /// - Parameters:
  ///   - paths: The files.
  ///   - textColumns: Columns that are read as text whatever they look like, by the options that name them.
  /// - Throws: A `DatasetError`; one about such a column, or that of weights, names its option.
  func tables(
    of paths: [String], textColumns: [(option: String, columns: [String])]
  ) throws(DatasetError) -> [Table] {
    try checkColumns()
    let reader = TableReader(
      ReadOptions(
        categorical: categorical + textColumns.flatMap(\.columns),
        numeric: numeric + (sampleWeight.map { [$0] } ?? []), drop: drop,
        sequence: sequence?.seriesColumns, target: target,
        targetHoldsClasses: task == .classification))
    do {
      return try reader.read(paths)
    } catch {
      if let sampleWeight, error.column == sampleWeight {
        throw error.naming("--sample-weight", for: "--numeric")
      }
      let named = textColumns.first { $0.columns.contains(error.column ?? "") }
      guard let option = named?.option else { throw error }
      // Those of a base are no option that was given.
      if case .unknownColumn = error.problem,
        preprocessing.textColumns.allSatisfy(\.columns.isEmpty)
      {
        throw DatasetError(.missingColumn(presentIn: nil), file: error.file, column: error.column)
      }
      throw error.naming(option, for: "--categorical")
    }
  }

  /// Refuses columns that options name which exclude one another.
  private func checkColumns() throws(DatasetError) {
    typealias Named = (option: String, columns: [String])
    func check(_ named: Named, against others: [Named]) throws(DatasetError) {
      for other in others {
        guard let column = named.columns.first(where: other.columns.contains) else { continue }
        throw DatasetError(.conflictingOptions(other.option, named.option), column: column)
      }
    }
    let taken: [Named] = [
      ("--target", [target]), ("--sample-weight", sampleWeight.map { [$0] } ?? []),
      ("--sequence", sequence?.seriesColumns.names ?? []), ("--drop", drop),
      ("--categorical", categorical),
    ]
    try check(taken[1], against: [taken[0]])
    var kinds = taken + [("--numeric", numeric)]
    for named in preprocessing.textColumns {
      try check(named, against: kinds)
      kinds.append(named)
    }
    // Categories in an order are numbers: their places.
    let others = taken + preprocessing.textColumns.filter { $0.option != "--ordinal" }
    for named in preprocessing.numberColumns { try check(named, against: others) }
  }

  /// Refuses rows to learn from that all have the weight 0.
  func checkWeights(of samples: LabelledSamples) throws(SessionFailure) {
    guard let sampleWeight, let weights = samples.weights, weights.allSatisfy({ $0 == 0 }) else {
      return
    }
    throw SessionFailure(
      description: "\(samples.features.source), column '\(sampleWeight)': every weight of the rows "
        .cleaned + "that are learned from is 0; give some of them more")
  }
}

extension DatasetError {
  /// The same error with the option that named the column, which was read as if another had.
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
    return DatasetError(problem, file: file, line: line, column: column)
  }
}
