import ArgumentParser
import Datasets
import Experiments

/// How good a saved model is on the rows of a file.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Score a saved model on a file.")

  @Argument(
    help: ArgumentHelp("The model, as written with --save.", valueName: "model"),
    completion: .file())
  var model: String

  @Argument(help: ArgumentHelp("The rows to score it on.", valueName: "data"), completion: .file())
  var data: String

  @Option(
    help: ArgumentHelp("The column with the answers. (default: the model's)", valueName: "column"))
  var target: String?

  @Flag(help: "Write one JSON object.")
  var json = false

  func run() throws {
    try StandardInput.check([model, data])
    let display = WorkDisplay()
    defer { display.clear() }
    let evaluation = try TrainedModel(reading: model).evaluate(
      data, target: target, report: display.show)
    display.clear()
    for warning in evaluation.warnings {
      try OutputStream.error.line("ridgeline: warning: \(warning.onOneLine)")
    }
    if json {
      try OutputStream.standard.line(evaluation.json.text)
    } else {
      try OutputStream.standard.write(evaluation.text)
    }
  }
}
