import Datasets
import NeuralEngine
public import Runs

extension TrainedModel {
  /// Reads the rows of a file that have a target.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - encoder: The target's column and classes.
  ///   - isNamed: Whether an option has named the column.
  ///   - report: Is told, by any thread, how far the reading has come.
  /// - Returns: The rows; the file; and how often each class occurs that the model does not have.
  /// - Throws: A `DatasetError` for a file that cannot be used, or a one-line error for its weights.
  func labelled(
    _ path: String, by encoder: TargetEncoder, isNamed: Bool = false,
    _ report: @escaping @Sendable (WorkProgress) -> Void
  ) throws -> (data: SplitData, file: FileSamples, unknown: [String: Int]) {
    try architecture.checkLayers()
    let file = try samples(path, answers: encoder, isNamed: isNamed, report)
    let (answers, rows, unknown) = encoder.encode(file.labels)
    guard !rows.isEmpty else {
      throw DatasetError(.noTarget, file: path, column: encoder.column)
    }
    // Of the model's own target nothing but new classes is told in the scores; another column that holds
    // none of them is the wrong one.
    if encoder.column != target.column, unknown.values.reduce(0, +) == rows.count {
      throw DatasetError(
        .noneOfTheClasses(encoder.classes), file: path, column: encoder.column)
    }
    let weights = try sampleWeight.flatMap { try file.weights(in: $0) }
    let data = SplitData(
      matrix: try pipeline.transform(
        file.rows.selecting(rows: file.series.rows(of: rows))),
      target: answers, series: file.series?.selecting(rows),
      weights: weights.map { weights in rows.map { weights[$0] } })
    return (data, file, unknown)
  }

  /// Predicts the target of each row, or series, of a file.
  ///
  /// - Parameters:
  ///   - path: The file; the target may be there or not, and columns that the model does not know are
  ///     ignored.
  ///   - report: Is told, by any thread, how far the work has come.
  /// - Returns: The predictions, in the order of the rows, or of the series' first rows.
  /// - Throws: A `DatasetError` for a file that cannot be used; a `NetworkLayersError`, a
  ///   `NetworkSizeError` or a `WeightMismatch` for a model that is no network, takes more memory than
  ///   there is, or has weights that do not fit its architecture.
  public func predict(
    _ path: String, report: @escaping @Sendable (WorkProgress) -> Void = { _ in }
  ) throws -> Predictions {
    let pass = try pass(over: path, report)
    return Predictions(
      outcome(of: pass.outputs), warnings: pass.warnings,
      use: ColumnUse.byName(inputs: pipeline.inputs, pass.inputs, network: pass.network))
  }

  /// Estimates the accuracy on a file without looking at its labels: the mean confidence at the model's
  /// ``temperature``.
  ///
  /// Hendrycks and Gimpel, ICLR 2017; Guillory et al., ICCV 2021, of which it is the simplest form.
  ///
  /// - Parameters:
  ///   - path: The file; the target may be there or not.
  ///   - report: Is told, by any thread, how far the work has come.
  /// - Returns: The estimate and what a person should know about the file; `nil` for a regression, whose
  ///   outputs do not say how sure they are.
  /// - Throws: As ``predict(_:report:)``.
  public func estimateAccuracy(
    on path: String, report: @escaping @Sendable (WorkProgress) -> Void = { _ in }
  ) throws -> (estimate: AccuracyEstimate, warnings: [String])? {
    guard target.task == .classification else { return nil }
    let pass = try pass(over: path, report)
    return estimate(of: pass.outputs).map { ($0, pass.warnings) }
  }

  /// What the accuracy is estimated to be, given what the network put out.
  func estimate(of outputs: [Float]) -> AccuracyEstimate? {
    AccuracyEstimate(
      outputs: outputs, classes: target.classes.count, width: architecture.outputs,
      temperature: temperature ?? 1)
  }

  /// The network, what it gets of a file and puts out for each row, or series, and what a person should know
  /// about the file.
  private func pass(
    over path: String, _ report: @escaping @Sendable (WorkProgress) -> Void
  ) throws -> (network: Network, inputs: FeatureMatrix, outputs: [Float], warnings: [String]) {
    try architecture.checkLayers()
    let file = try samples(path, report)
    let matrix = try pipeline.transform(file.rows)
    let network = try makeNetwork(steps: file.series?.room)
    let count = file.series?.steps.count ?? matrix.rows
    let samples = Samples(
      inputs: matrix.values, features: matrix.columns, steps: file.series?.room,
      lengths: file.series?.uneven, targets: [Float](repeating: 0, count: count))
    network.report(to: report, "predicting", rows: count)
    var outputs: [Float] = []
    network.outputs(of: samples, rows: 0..<count, into: &outputs)
    return (
      network, matrix, outputs,
      matrix.warnings(about: path, options: pipeline.options).map(\.message)
    )
  }

  private func outcome(of outputs: [Float]) -> Predictions.Outcome {
    switch target.task {
    case .classification:
      let probabilities = ClassProbabilities(
        outputs: outputs, classes: target.classes.count, width: architecture.outputs)
      return .classes(
        probabilities.predicted, probabilities: probabilities.values, classes: target.classes)
    case .regression:
      return .values(outputs.map { target.decode(Double($0)) })
    }
  }

  /// Reads what the model needs of a file, with the answers when an encoder for them is given.
  private func samples(
    _ path: String, answers: TargetEncoder? = nil, isNamed: Bool = false,
    _ report: @escaping @Sendable (WorkProgress) -> Void
  ) throws(DatasetError) -> FileSamples {
    var kinds = pipeline.columnKinds
    // A column of numbers that the model learned on stays one, also when it is named for the target: a class
    // is told by its spelling either way.
    if let answers, kinds[answers.column] != .numeric {
      kinds[answers.column] = answers.columnKind
    }
    // Weights are of the loss, which takes answers.
    if let answers, let sampleWeight, sampleWeight != answers.column {
      kinds[sampleWeight] = .numeric
    }
    let reader = TableReader(
      ReadOptions(
        sequence: sequence, target: answers?.column,
        targetHoldsClasses: answers?.task == .classification),
      report: WorkProgress.reading(report))
    let table = try reader.read(path, expecting: kinds)
    if let answers, table[answers.column] == nil {
      throw missing(answers.column, isNamed: isNamed, in: path, reader)
    }
    try pipeline.options.checkCells(
      of: table, isLearnedFrom: false, ofModel: true, reader: reader)
    guard let sequence else { return FileSamples(rows: table) }
    return try FileSamples(
      series: SeriesTable(table, by: sequence), target: answers?.column,
      rule: architecture.takesUnevenSeries
        ? .any : .exactly(architecture.steps ?? 1, from: "the model"))
  }

  /// An error about a file without answers.
  private func missing(
    _ column: String, isNamed: Bool, in path: String, _ reader: TableReader
  ) -> DatasetError {
    guard isNamed else {
      return DatasetError(.missingColumn(presentIn: nil), file: path, column: column)
    }
    let near = NearNames.of(column, among: (try? reader.columnNames(of: path)) ?? [])
    return DatasetError(
      .unknownColumn(option: "--target", suggestions: near), file: path, column: column)
  }

  /// The network, with room for series of so many steps: no weight depends on it.
  func makeNetwork(steps: Int?) throws -> Network {
    var architecture = architecture
    architecture.steps = steps
    try architecture.checkLayers()
    // Steps come from a file: what fitted the memory of one sample need not fit that of a pass.
    try architecture.checkSize(batchSize: SessionSetup.evaluationRows)
    let network = Network(
      architecture, maximumBatch: SessionSetup.evaluationRows, seed: 0)
    try network.load(weights)
    return network
  }
}

extension TargetEncoder {
  /// The same encoder for a column of another name.
  func renamed(_ column: String) -> TargetEncoder {
    TargetEncoder(
      task: task, column: column, columnKind: columnKind, classes: classes, mean: mean,
      scale: scale)
  }
}

extension Network {
  /// Tells of the rows of each pass from now on, of `rows` in all.
  func report(
    to report: @escaping @Sendable (WorkProgress) -> Void, _ name: String, rows: Int
  ) {
    let began = MonotonicTime.now
    var done = 0
    onPass = { count in
      done += count
      let seconds = MonotonicTime.now.seconds(since: began)
      report(WorkProgress(name, done: done, of: rows, .rows, seconds: seconds))
    }
  }
}
