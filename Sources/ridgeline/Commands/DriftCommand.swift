import ArgumentParser
import Datasets
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
      prints what each number means.
      """)

  @Argument(
    help: ArgumentHelp("The table that the other is compared with.", valueName: "reference"),
    completion: .file())
  var reference: String?

  @Argument(
    help: ArgumentHelp("The table whose distribution may have moved.", valueName: "current"),
    completion: .file())
  var current: String?

  @Option(help: ArgumentHelp("The column to report as the label.", valueName: "column"))
  var target: String?

  @OptionGroup var columns: ColumnOptions

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
    if json, plot || explain {
      throw ValidationError("--json goes without --plot and --explain, which are for people")
    }
  }

  func run() throws {
    let output = OutputStream.standard
    if let reference, let current {
      try StandardInput.check([reference, current])
      let display = WorkDisplay()
      defer { display.clear() }
      let tables = try DriftTables(
        reference, current, target: target, options: columns.readOptions, report: display.show)
      display.clear()
      for warning in tables.warnings {
        try OutputStream.error.line("ridgeline: warning: \(warning.onOneLine)")
      }
      let report = tables.report(
        counting: display.counting("comparing", of: tables.columnCount, .columns))
      display.clear()
      if json { return try output.line(report.json.text) }
      try output.write(DriftTable.text(report))
      if plot {
        let width = output.width ?? 80
        try output.write(DriftPlots.text(tables, report, width: width))
      }
    }
    if explain { try output.write(DriftDefinition.listing) }
  }
}
