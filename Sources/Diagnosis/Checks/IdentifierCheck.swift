import Datasets
import Runs

/// Columns that name or number the rows and are taken for features.
struct IdentifierCheck: Check {
  let name = "identifier"
  let why =
    "It tells one row from another and nothing about new ones: the network learns rows by heart, "
    + "and in test it meets names it has never seen."

  func findings(in examination: Examination) -> [Finding] {
    examination.identifiers.map {
      finding(
        .warning, $0.reason, in: $0.file, column: $0.column,
        action: "Leave it out with --drop \($0.column.cleaned).")
    }
  }
}
