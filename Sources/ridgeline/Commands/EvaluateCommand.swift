import ArgumentParser
import Datasets
import Experiments

/// How good a saved model is on the rows of a file.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Score a saved model on a file.",
    discussion: """
      Without the column of answers in the file the accuracy of a classifier is estimated from how sure it \
      is. With --reference the model is scored on that file as well, and the difference is split into \
      what the inputs do and what the labels given the inputs do; best name rows that the model has not \
      learned from. docs/shift.md says how, what is assumed, and how far off estimates were. \
      \(FileForms.sentence)
      """)

  @Argument(
    help: ArgumentHelp("The model, as written with --save.", valueName: "model"),
    completion: .file())
  var model: String

  @Argument(help: ArgumentHelp("The rows to score it on.", valueName: "data"), completion: .file())
  var data: String

  @Option(
    help: ArgumentHelp("The column with the answers. (default: the model's)", valueName: "column"))
  var target: String?

  @Option(
    help: ArgumentHelp("Rows to compare with: why is the model worse on DATA?", valueName: "file"),
    completion: .file())
  var reference: String?

  @Flag(help: "Estimate the accuracy without looking at the answers.")
  var estimate = false

  @Flag(help: "Write one JSON object.")
  var json = false

  func run() throws {
    try StandardInput.check([model, data, reference])
    let report = try report(of: try TrainedModel(reading: model))
    if json {
      try OutputStream.standard.line(report.json.text)
    } else {
      try OutputStream.standard.write(report.text)
    }
  }

  private func report(of model: TrainedModel) throws -> EvaluationReport {
    let display = WorkDisplay()
    defer { display.clear() }
    do {
      let evaluation = try model.evaluate(
        data, target: target, reference: reference, report: display.show)
      display.clear()
      try warn(evaluation.warnings)
      if estimate, evaluation.estimate == nil {
        throw Failure(
          "\(self.model.pathForMessage): the model is a regression, whose outputs do not say how sure they are; "
            + "leave out --estimate", isWrongUsage: true)
      }
      return EvaluationReport(
        evaluation: evaluation, estimate: estimate ? evaluation.estimate : nil,
        reference: reference)
    } catch let error as DatasetError where isOfMissingAnswers(error, model) {
      guard let (estimate, warnings) = try model.estimateAccuracy(on: data, report: display.show)
      else { throw error }
      display.clear()
      try warn(
        [
          "\(data.pathForMessage): there are no answers in column '\(model.target.column)'; its accuracy is estimated"
        ]
          + warnings)
      return EvaluationReport(estimate: estimate)
    }
  }

  /// Whether a file lacks nothing but the answers, as a column or all of its cells, nobody named a column for them or
  /// needs them, and it can be read again.
  private func isOfMissingAnswers(_ error: DatasetError, _ model: TrainedModel) -> Bool {
    switch error.problem {
    case .missingColumn, .noTarget: break
    default: return false
    }
    return target == nil && reference == nil && error.column == model.target.column
      && data != StandardInput.path
  }

  private func warn(_ warnings: [String]) throws {
    for warning in warnings {
      try OutputStream.error.line("ridgeline: warning: \(warning.onOneLine)")
    }
  }
}
