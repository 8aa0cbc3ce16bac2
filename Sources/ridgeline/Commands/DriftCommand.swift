import ArgumentParser
import Datasets
import Experiments
import Runs
import Shift

/// How far every column of a table has moved from a reference.
struct DriftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    abstract: "Compare two tables column by column.",
    discussion: """
      Statistics per feature, corrected for their number; nothing is trained. With --sequence a \
      feature's values are those of all steps, and the label counts once a series. --explain alone \
      prints what each number means. \(FileForms.sentence)
      """)

  @Argument(
    help: ArgumentHelp("The table that the other is compared with.", valueName: "reference"),
    completion: .file())
  var reference: String?

  @Argument(
    help: ArgumentHelp("The table whose distribution may have moved.", valueName: "current"),
    completion: .file())
  var current: String?

  @Option(
    help: ArgumentHelp(
      "The column to report as the label. (default: the model's, with --model)",
      valueName: "column"))
  var target: String?

  @Option(
    help: ArgumentHelp(
      "A saved model: what it predicts is compared as well.", valueName: "file"),
    completion: .file())
  var model: String?

  @OptionGroup var columns: ColumnOptions

  @Flag(
    help: "Test all features together as well: by a classifier, and by the distance of a kernel.")
  var multivariate = false

  @Option(
    help: ArgumentHelp(
      "Decides which rows --multivariate draws, and its permutations. (default: 0)",
      valueName: "number"),
    transform: parseSeed)
  var seed: UInt64?

  @Flag(help: "Write one JSON object.")
  var json = false

  @Flag(help: "Draw the histograms of every feature.")
  var plot = false

  @Flag(help: "Print what each number means.")
  var explain = false

  func validate() throws {
    if reference == nil, !explain || json || plot {
      throw ValidationError("drift compares two files: name REFERENCE and CURRENT")
    }
    if reference != nil, current == nil {
      throw ValidationError("drift compares two files: name CURRENT as well")
    }
    if model != nil, [reference, current].contains(StandardInput.path) {
      throw ValidationError(
        "--model reads the files twice, which standard input cannot be; name a file")
    }
    if seed != nil, !multivariate {
      throw ValidationError("--seed has an effect with --multivariate alone; leave it out")
    }
    if reference == nil,
      let option = multivariate ? "--multivariate" : model.map({ _ in "--model" })
    {
      throw ValidationError("\(option) compares two files: name REFERENCE and CURRENT")
    }
    if multivariate, columns.sequence != nil {
      throw ValidationError(
        "\(Self.stepsDepend); leave out one of --multivariate and --sequence")
    }
    if json, plot || explain {
      throw ValidationError("--json goes without --plot and --explain, which are for people")
    }
  }

  private static let stepsDepend =
    "--multivariate takes rows for independent, and steps of a series are not"

  func run() throws {
    let output = OutputStream.standard
    if let reference, let current {
      try StandardInput.check([self.model, reference, current])
      let model = try self.model.map(TrainedModel.init(reading:))
      var options = columns.readOptions
      if options.sequence == nil { options.sequence = model?.sequence }
      if multivariate, options.sequence != nil {
        throw ValidationError("\(Self.stepsDepend), and the model is of series")
      }
      let display = WorkDisplay()
      defer { display.clear() }
      let tables = try DriftTables(
        reference, current, target: target, usualTarget: model?.target.column,
        options: options, report: display.show)
      if tables.isEmpty, model == nil {
        let option = columns.drop == nil ? "--sequence" : "--drop"
        throw ValidationError("\(option) leaves no column to compare; name fewer columns")
      }
      let predictions = try model.map { try tables.predictions(of: $0, report: display.show) }
      display.clear()
      for warning in tables.warnings + (predictions?.warnings ?? []) {
        try OutputStream.error.line("ridgeline: warning: \(warning.onOneLine)")
      }
      var report = tables.report(
        counting: display.counting("comparing", of: tables.columnCount, .columns))
      report.prediction = predictions?.drift
      report.use = predictions?.use
      if multivariate { report.multivariate = tables.multivariate(seed: seed ?? 0) }
      display.clear()
      if json { return try output.line(report.json.text) }
      try output.write(DriftTable.text(report, width: output.width))
      if plot {
        let width = output.width ?? 80
        try output.write(DriftPlots.text(tables, report, width: width))
      }
    }
    if explain { try output.write(DriftDefinition.listing) }
  }
}
