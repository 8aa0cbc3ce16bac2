import Datasets
import NeuralEngine
public import Runs

extension TrainedModel {
  /// Evaluates the model on a file.
  ///
  /// Rows without a target are left out. Rows of a class that the model does not have count as wrong
  /// and are left out of the loss. A model that was trained with weights of rows takes them from the same
  /// column; where the file lacks it, all rows weigh alike, and a warning says so.
  ///
  /// - Parameters:
  ///   - path: The file; columns that the model does not know are ignored.
  ///   - column: The target column; `nil` takes the model's.
  ///   - report: Is told, by any thread, how far the work has come.
  /// - Returns: The loss and the scores.
  /// - Throws: A `DatasetError` for a file that cannot be used, or a one-line error for its weights; a `NetworkLayersError`, a
  ///   `NetworkSizeError` or a `WeightMismatch` for a model that is no network, takes more memory than
  ///   there is, or has weights that do not fit its architecture.
  public func evaluate(
    _ path: String, target column: String? = nil,
    report: @escaping @Sendable (WorkProgress) -> Void = { _ in }
  ) throws -> ModelEvaluation {
    try architecture.checkLayers()
    let encoder = target.renamed(column ?? target.column)
    let file = try samples(path, answers: encoder, report)
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
    let network = try makeNetwork(for: file)
    // The classes are asked for apart from the loss.
    let passes = target.task == .classification ? 2 : 1
    network.report(to: report, "scoring", rows: passes * data.rows)
    let evaluator = Evaluator(splits: [.test: data], target: encoder, loss: loss)
    guard let samples = evaluator[.test], let metrics = evaluator.metrics(of: network, on: .test)
    else { throw DatasetError(.noTarget, file: path, column: encoder.column) }
    let warnings =
      (weights == nil ? sampleWeight.map { [.withoutWeights(path, column: $0)] } ?? [] : [])
      + encoder.warnings(for: file.labels, areSeries: file.series != nil)
      + data.matrix.warnings(about: path, clip: pipeline.options.clip)
      + data.targetWarnings(about: path, isLearnedFrom: false)
    let scores: ModelEvaluation.Scores
    switch target.task {
    case .classification:
      var logits: [Float] = []
      network.outputs(of: samples, rows: 0..<samples.count, into: &logits)
      let wider = encoder.extended(by: unknown.keys.sorted())
      scores = .classification(
        self.scores(logits, truth: wider.encode(file.labels).target, classes: wider.classes))
    case .regression:
      scores = .regression(RegressionScores(metrics))
    }
    return ModelEvaluation(
      rows: rows.count, rowsInLoss: rows.count - unknown.values.reduce(0, +),
      steps: file.series?.room, loss: metrics.loss, scores: scores,
      warnings: warnings.map(\.message))
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
    try architecture.checkLayers()
    let file = try samples(path, report)
    let matrix = try pipeline.transform(file.rows)
    let network = try makeNetwork(for: file)
    let count = file.series?.steps.count ?? matrix.rows
    let samples = Samples(
      inputs: matrix.values, features: matrix.columns, steps: file.series?.room,
      lengths: file.series?.uneven, targets: [Float](repeating: 0, count: count))
    network.report(to: report, "predicting", rows: count)
    var outputs: [Float] = []
    network.outputs(of: samples, rows: 0..<count, into: &outputs)
    return Predictions(
      outcome(of: outputs),
      warnings: matrix.warnings(about: path, clip: pipeline.options.clip).map(\.message))
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
    _ path: String, answers: TargetEncoder? = nil,
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
      throw DatasetError(.missingColumn(presentIn: nil), file: path, column: answers.column)
    }
    guard let sequence else { return FileSamples(rows: table) }
    return try FileSamples(
      series: SeriesTable(table, by: sequence), target: answers?.column,
      rule: architecture.takesUnevenSeries
        ? .any : .exactly(architecture.steps ?? 1, from: "the model"))
  }

  /// The network, with room for the longest series of the file: no weight depends on it.
  private func makeNetwork(for file: FileSamples) throws -> Network {
    var architecture = architecture
    architecture.steps = file.series?.room
    try architecture.checkLayers()
    // Steps come from a file: what fitted the memory of one sample need not fit that of a pass.
    try architecture.checkSize(batchSize: SessionSetup.evaluationRows)
    let network = Network(
      architecture, maximumBatch: SessionSetup.evaluationRows, seed: 0)
    try network.load(weights)
    return network
  }

  private func scores(
    _ logits: [Float], truth: Target, classes: [String]
  ) -> ClassificationScores {
    guard case .classes(let truth) = truth else {
      preconditionFailure("the target of a classification has classes")
    }
    let probabilities = ClassProbabilities(
      outputs: logits, classes: target.classes.count, width: architecture.outputs)
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: classes.count), count: classes.count)
    for (label, place) in zip(truth, probabilities.predicted) { counts[Int(label)][place] += 1 }
    return ClassificationScores(
      confusion: ConfusionMatrix(classes: classes, counts: counts),
      details: ClassScores(
        probabilities, labels: truth, names: Array(classes.prefix(target.classes.count))))
  }
}

extension DatasetWarning {
  /// A file without the weights of rows that a model was trained with.
  fileprivate static func withoutWeights(_ path: String, column: String) -> DatasetWarning {
    DatasetWarning(
      "\(path): there is no column '\(column)' of weights, which the model was trained with; "
        + "all rows weigh alike")
  }
}

extension RegressionScores {
  /// The scores among the metrics of a regression.
  fileprivate init(_ metrics: Metrics) {
    self.init(
      meanAbsoluteError: metrics.meanAbsoluteError ?? .nan,
      rootMeanSquaredError: metrics.rootMeanSquaredError ?? .nan, r2: metrics.r2 ?? .nan)
  }
}

extension TargetEncoder {
  /// The same encoder for a column of another name.
  func renamed(_ column: String) -> TargetEncoder {
    TargetEncoder(
      task: task, column: column, columnKind: columnKind, classes: classes, mean: mean,
      scale: scale)
  }

  /// The encoder with more classes after its own.
  fileprivate func extended(by more: [String]) -> TargetEncoder {
    TargetEncoder(
      task: task, column: column, columnKind: columnKind, classes: classes + more, mean: mean,
      scale: scale)
  }
}

extension Network {
  /// Tells of the rows of each pass from now on, of `rows` in all.
  fileprivate func report(
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
