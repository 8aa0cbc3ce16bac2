/// A mistake in the data or in the experiment: what, where, why it matters and what to do.
///
/// Texts hold names from outside as they are in the file but for control characters, which are
/// cleaned.
public struct Finding: Sendable, Equatable {
  /// The name of the check that found it.
  public var check: String

  /// How bad it is.
  public var severity: Severity

  /// The file that it is in, as it was named; `nil` when it is in the experiment alone.
  public var file: String?

  /// The column that it is in.
  public var column: String?

  /// What is wrong.
  public var message: String

  /// Why it matters.
  public var why: String

  /// What to do; once it is done the finding is gone.
  public var action: String
}
