import Datasets
import NeuralEngine
public import Runs
import Shift

/// What a model says of the rows of a file.
extension TrainedModel {
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
    let (outputs, warnings) = try outputs(on: path, report)
    return Predictions(outcome(of: outputs), warnings: warnings)
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
    let (outputs, warnings) = try outputs(on: path, report)
    return AccuracyEstimate(
      outputs: outputs, classes: target.classes.count, width: architecture.outputs,
      temperature: temperature ?? 1
    ).map { ($0, warnings) }
  }

  /// What the network puts out for each row, or series, of a file, and what a person should know about it.
  private func outputs(
    on path: String, _ report: @escaping @Sendable (WorkProgress) -> Void
  ) throws -> (outputs: [Float], warnings: [String]) {
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
    return (
      outputs, matrix.warnings(about: path, options: pipeline.options).map(\.message)
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
}
