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
      learned from. docs/shift.md says how, what is assumed, and how far off estimates were.
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

  func validate() throws {
    guard estimate || reference != nil, [data, reference].contains(StandardInput.path) else { return }
    throw ValidationError(
      "--estimate and --reference read files a second time, which standard input cannot be")
  }

  func run() throws {
    try StandardInput.check([model, data])
    let model = try TrainedModel(reading: model)
    let display = WorkDisplay()
    defer { display.clear() }
    let report = try report(of: model, display)
    display.clear()
    if json {
      try OutputStream.standard.line(report.json.text)
    } else {
      try OutputStream.standard.write(report.text)
    }
  }

  private func report(of model: TrainedModel, _ display: WorkDisplay) throws -> EvaluationReport {
    var report = EvaluationReport(reference: reference)
    do {
      let evaluation = try model.evaluate(data, target: target, report: display.show)
      display.clear()
      try warn(evaluation.warnings)
      report.evaluation = evaluation
      if estimate {
        guard let (estimate, _) = try model.estimateAccuracy(on: data, report: display.show) else {
          throw Failure(
            "\(self.model): the model is a regression, whose outputs do not say how sure they are; "
              + "leave out --estimate")
        }
        report.estimate = estimate
      }
    } catch let error as DatasetError where isOfMissingAnswers(error, model) {
      guard let (estimate, warnings) = try model.estimateAccuracy(on: data, report: display.show)
      else { throw error }
      display.clear()
      try warn(
        ["\(data): there is no column '\(model.target.column)'; its accuracy is estimated"]
          + warnings)
      report.estimate = estimate
    }
    if let reference {
      guard let gap = try model.gap(on: data, from: reference, target: target) else {
        throw Failure("\(reference): two rows with a target are needed in both files; add rows")
      }
      try warn(gap.warnings)
      report.gap = gap
    }
    return report
  }

  /// Whether a file lacks nothing but the answers, and nobody named a column for them or needs them.
  private func isOfMissingAnswers(_ error: DatasetError, _ model: TrainedModel) -> Bool {
    guard case .missingColumn = error.problem else { return false }
    return target == nil && reference == nil && data != StandardInput.path && error.column == model.target.column
  }

  private func warn(_ warnings: [String]) throws {
    for warning in warnings {
      try OutputStream.error.line("ridgeline: warning: \(warning.onOneLine)")
    }
  }
}
