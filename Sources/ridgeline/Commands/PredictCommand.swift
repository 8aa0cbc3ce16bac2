import ArgumentParser
import Datasets
import Experiments
import Runs

/// What a saved model predicts for the rows of a file.
struct PredictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "predict",
    abstract: "Predict the rows of a file with a saved model.",
    discussion: """
      Writes CSV: row (counted from 1, the header apart), prediction, and p_CLASS for each class. \
      The target column may be there or not; columns that the model does not know are ignored. \
      \(FileForms.sentence)
      """)

  @Argument(
    help: ArgumentHelp("The model, as written with --save.", valueName: "model"),
    completion: .file())
  var model: String

  @Argument(help: ArgumentHelp("The rows to predict.", valueName: "data"), completion: .file())
  var data: String

  func run() throws {
    try StandardInput.check([model, data])
    let display = WorkDisplay()
    defer { display.clear() }
    let predictions = try TrainedModel(reading: model).predict(data, report: display.show)
    display.clear()
    for warning in predictions.warnings {
      try OutputStream.error.line("ridgeline: warning: \(warning.onOneLine)")
    }
    // A terminal shows the predictions themselves.
    let show =
      OutputStream.standard.isTerminal
      ? { _ in } : display.counting("writing", of: predictions.count, .rows)
    var text = predictions.header
    for row in 0..<predictions.count {
      text += predictions.line(row)
      // In pieces: a file of ten million rows must not become one string.
      if text.utf8.count >= 1 << 16 {
        try OutputStream.standard.write(text)
        show(row)
        text = ""
      }
    }
    try OutputStream.standard.write(text)
  }
}
