import Datasets
import Runs

extension DataConfiguration {
  /// How columns become inputs: as the configuration says, or as a base does that brings its own.
  ///
  /// - Throws: A ``SessionFailure`` for a choice of the configuration's own that the base has not made.
  func preprocessing(givenBy pipeline: Pipeline?) throws(SessionFailure) -> PreprocessingOptions {
    guard let pipeline else { return preprocessing }
    if let option = preprocessing.choice(notIn: pipeline.options) {
      throw SessionFailure(
        description: "\(option) has no effect, as preprocessing is that of the base model: "
          + "leave it out", isWrongUsage: true)
    }
    return pipeline.options
  }

  /// Refuses cells that the preprocessing cannot take.
  ///
  /// - Parameters:
  ///   - tables: The rows of each file as they stand there.
  ///   - options: How columns become inputs.
  ///   - isGiven: Whether the options are those of a base, which learned from other files.
  /// - Returns: What else could be done with the columns, a line each.
  /// - Throws: A `DatasetError` that names the line.
  func check(
    _ tables: [Runs.Split: Table], preparedBy options: PreprocessingOptions, ofBase isGiven: Bool
  ) throws(DatasetError) -> [String] {
    for split in Runs.Split.allCases {
      guard let table = tables[split] else { continue }
      try options.checkCells(
        of: table, isLearnedFrom: !isGiven && split != .test, ofModel: isGiven)
    }
    guard !isGiven, let table = tables[.source] ?? tables[.train] else { return [] }
    return options.unnamedDates(in: table, except: categorical + [target]).map { name in
      "\(table.source.pathForMessage), column '\(name)': the categories are dates; "
        + "--dates \(name) makes numbers of them"
    }
  }

  /// Refuses columns that options name which exclude one another.
  func checkColumns() throws(DatasetError) {
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
}
