import Datasets
import NeuralEngine
import Runs

/// Reads the files of a session and prepares them: types, target, split, preprocessing, matrices.
///
/// What is fitted is fitted on source, or without it on the rows of train that are learned from; the
/// classes are those of source and train. Nothing is fitted on test.
struct DataPreparation {
  private let configuration: DataConfiguration
  private let tables: [Runs.Split: Table]?
  private let seed: UInt64
  private let given: FittedPreprocessing?
  private let takesUnevenSeries: Bool
  private let report: (@Sendable (WorkProgress) -> Void)?
  private var warnings: [String] = []

  /// Prepares the data of a configuration.
  ///
  /// - Parameters:
  ///   - configuration: The files and the choices.
  ///   - tables: The files, when they have been read already.
  ///   - seed: What the validation rows are drawn by.
  ///   - fitted: Preprocessing that comes with the base, in place of one fitted on these files.
  ///   - takesUnevenSeries: Whether the layers take series of unequal length.
  ///   - report: Is told how far the reading has come.
  /// - Returns: The data.
  /// - Throws: A `DatasetError` for files that cannot be used, a ``SessionFailure`` for files that do
  ///   not fit the base.
  static func prepare(
    _ configuration: DataConfiguration, tables: [Runs.Split: Table]? = nil, seed: UInt64,
    fitted: FittedPreprocessing? = nil, takesUnevenSeries: Bool = false,
    report: (@Sendable (WorkProgress) -> Void)? = nil
  ) throws -> PreparedData {
    var preparation = DataPreparation(
      configuration: configuration, tables: tables, seed: seed, given: fitted,
      takesUnevenSeries: takesUnevenSeries, report: report)
    return try preparation.prepared()
  }

  private init(
    configuration: DataConfiguration, tables: [Runs.Split: Table]?, seed: UInt64,
    given: FittedPreprocessing?, takesUnevenSeries: Bool,
    report: (@Sendable (WorkProgress) -> Void)?
  ) {
    self.configuration = configuration
    self.tables = tables
    self.seed = seed
    self.given = given
    self.takesUnevenSeries = takesUnevenSeries
    self.report = report
  }

  private mutating func prepared() throws -> PreparedData {
    let files = try samples(read())
    guard let train = files[.train] else { throw DatasetError(.empty, file: configuration.train) }
    let encoder = try encoder(fittedOn: [files[.source], train].compactMap { $0?.labels })
    var labelled: [Runs.Split: LabelledSamples] = [:]
    for split in Runs.Split.allCases {
      guard let file = files[split] else { continue }
      if split == .test, file.rows[encoder.column] == nil {
        warnings.append(file.warning(without: encoder))
        labelled[split] = file.unlabelled(encoder, dropping: configuration.sampleWeight)
      } else {
        labelled[split] = try self.labelled(file, by: encoder)
      }
    }
    let undivided = labelled[.train]?.features
    divideTrain(&labelled)
    for samples in [labelled[.source], labelled[.train]].compactMap(\.self) {
      try configuration.checkWeights(of: samples)
    }
    guard let fitted = labelled[.source] ?? labelled[.train] else {
      throw DatasetError(.empty, file: configuration.train)
    }
    let pipeline =
      try given?.pipeline
      ?? pipeline(
        fittedOn: fitted, undivided: labelled[.source] == nil ? undivided : nil)
    let splits = try labelled.mapValues { try $0.prepared(by: pipeline) }
    return PreparedData(
      summary: summary(
        splits, pipeline: pipeline, encoder: encoder, columns: fitted.features.names),
      pipeline: pipeline, target: encoder, splits: splits,
      tables: labelled.mapValues(\.features), steps: train.series?.room)
  }

  // MARK: - Files

  private mutating func read() throws -> [Runs.Split: Table] {
    let options = try configuration.preprocessing(givenBy: given?.pipeline)
    let tables =
      if let tables { tables } else {
        try configuration.tables(preparedBy: options, report: report)
      }
    report?(WorkProgress("preparing", done: 0, of: nil, .rows, seconds: 0))
    for split in Runs.Split.allCases {
      for warning in tables[split]?.warnings ?? [] where !warnings.contains(warning.message) {
        warnings.append(warning.message)
      }
    }
    if configuration.train == configuration.test {
      warnings.append(
        "\(configuration.train): train and test are the same file; the test tells nothing new")
    }
    warnings += try configuration.check(tables, preparedBy: options, ofBase: given != nil)
    return tables
  }

  /// The samples of each file; series are as long in all files as the first one read, unless the
  /// layers take any.
  private func samples(
    _ tables: [Runs.Split: Table]
  ) throws(DatasetError) -> [Runs.Split: FileSamples] {
    guard let sequence = configuration.sequence?.seriesColumns else {
      return tables.mapValues { FileSamples(rows: $0) }
    }
    var samples: [Runs.Split: FileSamples] = [:]
    var rule = takesUnevenSeries ? StepRule.any : .first
    for split in Runs.Split.allCases {
      guard let table = tables[split] else { continue }
      let file = try FileSamples(
        series: SeriesTable(table, by: sequence),
        target: table[configuration.target] == nil ? nil : configuration.target, rule: rule)
      if case .first = rule, let steps = file.series?.room {
        rule = .exactly(steps, from: "the first series of \(table.source.pathForMessage)")
      }
      samples[split] = file
    }
    let room = samples.values.compactMap(\.series?.room).max()
    return samples.mapValues { $0.with(room: room) }
  }

  // MARK: - Target

  private mutating func encoder(fittedOn tables: [Table]) throws -> TargetEncoder {
    let fitted = try TargetEncoder.fit(
      tables: tables, column: configuration.target,
      task: configuration.task.map { $0 == .classification ? .classification : .regression },
      standardise: configuration.preprocessing.scaling != .none)
    guard let base = given?.target else { return fitted }
    let unknown = fitted.classes.filter { !base.classes.contains($0) }
    guard base.task == fitted.task, unknown.isEmpty else {
      let problem =
        base.task == fitted.task
        ? "the base model does not have the class \(unknown[0])"
        : "the base model is for \(base.task.rawValue), the target is for \(fitted.task.rawValue)"
      throw SessionFailure(
        description: "\(configuration.train): \(problem); choose data or a base that fit".cleaned)
    }
    warnings.append("preprocessing is that of the base model, not fitted on these files")
    return base.renamed(configuration.target)
  }

  private mutating func labelled(
    _ file: FileSamples, by encoder: TargetEncoder
  ) throws -> LabelledSamples {
    let (target, samples, _) = encoder.encode(file.labels)
    guard !samples.isEmpty else {
      throw DatasetError(.noTarget, file: file.labels.source, column: encoder.column)
    }
    warnings += encoder.warnings(for: file.labels, areSeries: file.series != nil).map(\.message)
    let weights = try configuration.sampleWeight.flatMap { try file.weights(in: $0) }
    let features = file.rows.dropping(
      [encoder.column, configuration.sampleWeight].compactMap(\.self))
    return LabelledSamples(
      features: samples.count < file.labels.rowCount
        ? features.selecting(rows: file.series.rows(of: samples)) : features,
      target: target, series: file.series?.selecting(samples),
      weights: weights.map { weights in samples.map { weights[$0] } })
  }

  /// Moves the rows of validation out of train.
  private mutating func divideTrain(_ splits: inout [Runs.Split: LabelledSamples]) {
    guard let train = splits[.train] else { return }
    let (kept, heldOut) = heldOut(of: train.target)
    guard !heldOut.isEmpty else {
      if configuration.validationSplit > 0 {
        warnings.append(
          "train is too small for validation \(train.series == nil ? "rows" : "series")")
      }
      return
    }
    splits[.train] = train.selecting(kept)
    splits[.validation] = train.selecting(heldOut)
  }

  private func heldOut(of target: Target) -> (kept: [Int], heldOut: [Int]) {
    let share = configuration.validationSplit
    if configuration.validationTail {
      return Datasets.Split.tail(count: target.count, share: share)
    }
    return Datasets.Split.drawn(of: target, share: share, seed: seed, index: 0)
  }

  // MARK: - Preprocessing

  /// Fits the preprocessing.
  ///
  /// - Parameters:
  ///   - samples: What it is fitted on.
  ///   - undivided: The rows of train before validation was taken out of them, when it is train.
  /// - Returns: The fitted preprocessing.
  /// - Throws: A `DatasetError`; for rows that would do if fewer had been held out, one that says so.
  private func pipeline(
    fittedOn samples: LabelledSamples, undivided: Table?
  ) throws(DatasetError) -> Pipeline {
    let options = configuration.preprocessing
    do {
      return try Pipeline.fit(samples.features, options: options)
    } catch {
      guard let undivided, undivided.rowCount > samples.features.rowCount,
        (try? Pipeline.fit(undivided, options: options)) != nil
      else { throw error }
      throw DatasetError(
        .fewRowsLeft(samples.target.count, areSeries: samples.series != nil),
        file: undivided.source)
    }
  }

  // MARK: - Words

  private mutating func summary(
    _ splits: [Runs.Split: SplitData], pipeline: Pipeline, encoder: TargetEncoder,
    columns: [String]
  ) -> DataSummary {
    let lengths = splits.values.compactMap(\.series)
    let clipped = splits.mapValues(\.matrix.clippedCells)
    for split in Runs.Split.allCases {
      guard let data = splits[split] else { continue }
      let matrix = data.matrix
      warnings += data.targetWarnings(
        about: split.rawValue, isLearnedFrom: split == .source || split == .train
      ).map(\.message)
      // By the pipeline: one that came with the base may cut elsewhere than the options say.
      warnings += matrix.warnings(about: split.rawValue, options: pipeline.options).map(\.message)
    }
    warnings += pipeline.warnings.map(\.message)
    return DataSummary(
      rows: splits.mapValues(\.rows), steps: lengths.first?.room,
      fewestSteps: lengths.compactMap { $0.steps.min() }.min(), features: columns,
      inputs: pipeline.inputs.count,
      task: encoder.task == .classification ? .classification : .regression,
      target: encoder.column, classes: encoder.classes,
      constantColumns: pipeline.droppedConstant, clippedCells: clipped,
      warnings: warnings.map(\.cleaned))
  }
}
