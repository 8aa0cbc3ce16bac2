import Datasets
public import Experiments
import NeuralEngine
public import Runs

/// An experiment and its files, read once, for all checks to look at.
public struct Examination: Sendable {
  /// The experiment, without what could not be read of it.
  let configuration: RunConfiguration

  /// The list of layers as it was written, readable or not.
  let layersAsWritten: String

  /// Where the model is to be written.
  let modelPath: String?

  /// Options that the program does not take.
  let refusedOptions: [RefusedOption]

  /// The files that could be read, in the order of the splits.
  let files: [ExaminedFile]

  /// What keeps files from being used.
  let fileErrors: [DatasetError]

  /// What training would say.
  let rehearsal: Rehearsal

  /// The target; `nil` when there is none to be found.
  let labels: ExaminedLabels?

  /// The features that name or number rows.
  private(set) var identifiers: [Identifier] = []

  /// Reads the files of an experiment; what cannot be read becomes a finding.
  ///
  /// - Parameters:
  ///   - configuration: The experiment, without what could not be read of it.
  ///   - layersAsWritten: The list of layers, when it differs from the configuration's.
  ///   - weights: Weights that were read from files.
  ///   - modelPath: Where the model is to be written, if anywhere.
  ///   - refusedOptions: Options that could not be read, or that contradict one another.
  public init(
    of configuration: RunConfiguration, layersAsWritten: String? = nil,
    weights: SuppliedWeights = SuppliedWeights(), modelPath: String? = nil,
    refusedOptions: [RefusedOption] = []
  ) {
    let reading = ExperimentReading(of: configuration.data)
    var configuration = configuration
    configuration.data = reading.configuration
    self.configuration = configuration
    self.layersAsWritten = layersAsWritten ?? configuration.layers
    self.modelPath = modelPath
    self.refusedOptions = refusedOptions
    files = reading.files
    fileErrors = reading.errors
    rehearsal = Rehearsal(of: configuration, weights: weights, tables: reading.tables)
    labels = ExaminedLabels(files: reading.files, configuration: configuration.data)
    identifiers = findIdentifiers()
  }

  /// All findings: the worst first, among equals in the order of the checks, of the files and of
  /// the columns.
  public var findings: [Finding] {
    // Each check goes through whole columns: worth a thread of its own from a few rows on.
    let cells = files.reduce(0) { $0 + $1.table.rowCount * $1.table.columns.count }
    let found = Self.checks.concurrentMap(work: cells * Self.checks.count) {
      $0.findings(in: self)
    }.joined()
    var seen: Set<[String?]> = []
    let each = found.filter { seen.insert([$0.check, $0.file, $0.column, $0.message]).inserted }
    return Severity.allCases.flatMap { severity in each.filter { $0.severity == severity } }
  }
}

extension Examination {
  /// The file of a split.
  subscript(split: Runs.Split) -> ExaminedFile? { files.first { $0.split == split } }

  /// The file that preprocessing is fitted on.
  var fitted: ExaminedFile? { self[.source] ?? self[.train] }

  /// The files that are learned from.
  var learned: [ExaminedFile] { files.filter { $0.split != .test } }

  /// The columns that inputs are made from, in the order of the first file.
  var features: [String] {
    let data = configuration.data
    let others =
      [data.target, data.sampleWeight, data.sequence?.series, data.sequence?.step]
      .compactMap(\.self)
    return (files.first?.table.names ?? []).filter { !others.contains($0) }
  }

  /// The features, and behind them the target.
  var featuresAndTarget: [String] { features + [configuration.data.target] }

  /// The two files that are compared for what changed between them: test with train, train with
  /// source.
  var pairs: [(reference: ExaminedFile, current: ExaminedFile)] {
    [(Runs.Split.source, Runs.Split.train), (.train, .test)].compactMap { first, second in
      guard let reference = self[first], let current = self[second],
        reference.path != current.path
      else { return nil }
      return (reference, current)
    }
  }

  /// Whether an option says how a column of text becomes inputs: by parts of dates, an order, a hash.
  func isPreparedAsText(_ column: String) -> Bool {
    configuration.data.preprocessing.textColumns.contains { $0.columns.contains(column) }
  }

  /// Whether an option says that a column holds categories, so that nothing about its kind is a
  /// mistake.
  func isCategoryByOption(_ column: String) -> Bool {
    configuration.data.categorical.contains(column) || isPreparedAsText(column)
  }
}
