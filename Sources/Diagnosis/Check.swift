/// One kind of mistake.
///
/// A check is a pure function of what was read. It says nothing where it cannot know: a file that
/// is not there, a target that is not found.
protocol Check: Sendable {
  /// What `check` is in a finding.
  var name: String { get }

  /// Why the mistake matters, where a finding has no reason of its own.
  var why: String { get }

  /// What it finds, in the order of files and columns.
  func findings(in examination: Examination) -> [Finding]
}

extension Check {
  /// A finding of this check.
  func finding(
    _ severity: Severity, _ message: String, in file: String? = nil, column: String? = nil,
    why: String? = nil, action: String
  ) -> Finding {
    Finding(
      check: name, severity: severity, file: file, column: column, message: message,
      why: why ?? self.why, action: action)
  }
}
