import ArgumentParser
import Datasets

/// What is decided about columns over what is found by looking.
struct ColumnOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Columns to take as categories.", valueName: "column,.."))
  var categorical: ColumnList?

  @Option(help: ArgumentHelp("Columns to take as numbers.", valueName: "column,.."))
  var numeric: ColumnList?

  @Option(help: ArgumentHelp("Columns to leave out.", valueName: "column,.."))
  var drop: ColumnList?

  @Option(
    help: ArgumentHelp(
      "Columns that name the series of a row and its step: every row is one step of a series.",
      valueName: "id,step"),
    transform: SequenceList.init(parsing:))
  var sequence: SequenceList?

  /// The first of these options that was given, if any.
  var firstGiven: String? {
    [
      ("--categorical", categorical != nil), ("--numeric", numeric != nil), ("--drop", drop != nil),
      ("--sequence", sequence != nil),
    ].first(where: \.1)?.0
  }

  /// How files are to be read.
  var readOptions: ReadOptions {
    ReadOptions(
      categorical: categorical?.names ?? [], numeric: numeric?.names ?? [],
      drop: drop?.names ?? [],
      sequence: sequence.map { SeriesColumns(series: $0.series, step: $0.step) })
  }
}
