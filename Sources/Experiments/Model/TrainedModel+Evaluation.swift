import Datasets
import NeuralEngine
public import Runs
import Shift

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
  ///   - reference: A file with the same target to compare with, best of rows that the model has not learned
  ///     from; `nil` compares nothing.
  ///   - report: Is told, by any thread, how far the work has come.
  /// - Returns: The loss and the scores.
  /// - Throws: A `DatasetError` for a file that cannot be used, or a one-line error for its weights or for files that
  ///   cannot be compared; a `NetworkLayersError`, a
  ///   `NetworkSizeError` or a `WeightMismatch` for a model that is no network, takes more memory than
  ///   there is, or has weights that do not fit its architecture.
  public func evaluate(
    _ path: String, target column: String? = nil, reference: String? = nil,
    report: @escaping @Sendable (WorkProgress) -> Void = { _ in }
  ) throws -> ModelEvaluation {
    let encoder = target.renamed(column ?? target.column)
    let (data, file, unknown) = try labelled(
      path, by: encoder, isNamed: column != nil, report)
    let network = try makeNetwork(steps: file.series?.room)
    // The classes, or the errors, are asked for apart from the loss.
    network.report(to: report, "scoring", rows: 2 * data.rows)
    let evaluator = Evaluator(splits: [.test: data], target: encoder, loss: loss)
    guard let samples = evaluator[.test], let metrics = evaluator.metrics(of: network, on: .test)
    else { throw DatasetError(.noTarget, file: path, column: encoder.column) }
    let missingWeights = data.weights == nil ? sampleWeight : nil
    let warnings =
      (missingWeights.map { [.withoutWeights(path, column: $0)] } ?? [])
      + encoder.warnings(for: file.labels, areSeries: file.series != nil)
      + data.matrix.warnings(about: path, options: pipeline.options)
      + data.targetWarnings(about: path, isLearnedFrom: false)
    var evaluation = ModelEvaluation(
      rows: data.rows, rowsInLoss: data.rows - unknown.values.reduce(0, +),
      steps: file.series?.room, loss: metrics.loss, scores: .regression(RegressionScores(metrics)),
      interval: evaluator.intervals(of: network, test: metrics).test,
      warnings: warnings.map(\.message))
    if target.task == .classification {
      var logits: [Float] = []
      network.outputs(of: samples, rows: 0..<samples.count, into: &logits)
      let wider = encoder.extended(by: unknown.keys.sorted())
      evaluation.scores = .classification(
        scores(logits, truth: wider.encode(file.labels).target, classes: wider.classes))
      evaluation.estimate = estimate(of: logits)
    }
    if let reference {
      let other = try labelled(reference, by: encoder, isNamed: column != nil, report)
      let short = data.rows < 2 ? path : other.data.rows < 2 ? reference : nil
      if let short {
        throw SessionFailure(
          description: "\(short.pathForMessage): two rows with a target are needed in both files; "
            + "add rows")
      }
      guard let gap = try gap(of: data, from: other.data, report: report) else {
        throw SessionFailure(
          description: "\(reference.pathForMessage): no row is like any of \(path.pathForMessage), "
            + "so that nothing can be compared; give a file that has something in common with it")
      }
      evaluation.gap = gap
      evaluation.warnings += encoder.warnings(
        for: other.file.labels, areSeries: other.file.series != nil
      ).map(\.message)
    }
    return evaluation
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
      "\(path.pathForMessage): there is no column '\(column)' of weights, which the model was "
        + "trained with; all rows weigh alike")
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
  /// The encoder with more classes after its own.
  fileprivate func extended(by more: [String]) -> TargetEncoder {
    TargetEncoder(
      task: task, column: column, columnKind: columnKind, classes: classes + more, mean: mean,
      scale: scale)
  }
}
