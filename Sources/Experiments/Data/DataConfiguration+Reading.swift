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
  /// - Parameter report: Is told how far the reading has come.
  /// - Returns: A table for each split that has a file.
  /// - Throws: A `DatasetError` for files that cannot be used together.
  public func tables(
    report: (@Sendable (WorkProgress) -> Void)? = nil
  ) throws(DatasetError) -> [Runs.Split: Table] {
    let files = files
    return Dictionary(
      zip(files.map(\.split), try tables(of: files.map(\.path), report: report)),
      uniquingKeysWith: { first, _ in first })
  }

  /// Reads files that belong together as the configuration says.
  ///
  /// - Parameters:
  ///   - paths: The files.
  ///   - report: Is told how far the reading has come.
  /// - Returns: A table for each path.
  /// - Throws: A `DatasetError`; one about the column of weights names `--sample-weight`.
  public func tables(
    of paths: [String], report: (@Sendable (WorkProgress) -> Void)? = nil
  ) throws(DatasetError) -> [Table] {
    if sampleWeight == target {
      throw DatasetError(.conflictingOptions("--target", "--sample-weight"), column: target)
    }
    let reader = TableReader(
      ReadOptions(
        categorical: categorical, numeric: numeric + (sampleWeight.map { [$0] } ?? []), drop: drop,
        sequence: sequence?.seriesColumns, target: target,
        targetHoldsClasses: task == .classification),
      report: report.map(WorkProgress.reading))
    do {
      return try reader.read(paths)
    } catch {
      throw error.column == sampleWeight && sampleWeight != nil ? error.aboutWeights : error
    }
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
  /// The same error with the option that named the column: weights are read as `--numeric` reads columns.
  fileprivate var aboutWeights: DatasetError {
    func own(_ option: String) -> String { option == "--numeric" ? "--sample-weight" : option }
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
