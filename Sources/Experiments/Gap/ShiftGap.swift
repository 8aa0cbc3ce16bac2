public import Shift

/// How much worse a model is on one file than on another, and why.
public struct ShiftGap: Sendable, Equatable {
  /// What is counted of a row.
  public enum Measure: Sendable, Equatable {
    /// 1 for a wrong class: the rise is what accuracy loses.
    case accuracy

    /// The absolute error, in the target's units.
    case meanAbsoluteError
  }

  /// What is counted of a row.
  public var measure: Measure

  /// The rows, or series, of each file that were looked at.
  public var rows: Paired<Int>

  /// The rise of the loss and its parts.
  public var split: LossSplit

  /// Fewer effective rows than this tell nothing.
  private static let fewestRows = 20.0

  /// Where inputs had moved, the intervals of the parts were found too narrow with 100 rows in both files, and next to
  /// right with 500 in both and with 300 beside 5,000 (`Benchmarks/calibration`); what lies between was not measured.
  private static let rowsForIntervals = 300

  /// Whether the intervals of the parts are likely to be too narrow.
  public var hasFewRows: Bool { min(rows.reference, rows.current) < Self.rowsForIntervals }

  /// Whether the files have so little in common that the parts are guesses.
  public var hardlyOverlaps: Bool {
    min(split.effectiveRows.reference, split.effectiveRows.current) < Self.fewestRows
  }
}
