/// An end with an error: one line that says what, where and what to do, and an exit code.
struct Failure: Error, Equatable, CustomStringConvertible {
  /// The line for a person.
  var description: String

  /// The exit code.
  var code: Int32

  /// Creates a failure that ends with `code`.
  init(_ description: String, code: Int32 = ExitStatus.failed) {
    self.description = description
    self.code = code
  }

  /// Creates a failure of an option, or of what it names.
  init(_ description: String, isWrongUsage: Bool) {
    self.init(description, code: isWrongUsage ? ExitStatus.wrongUsage : ExitStatus.failed)
  }
}

/// The exit codes that a script can rely on.
enum ExitStatus {
  static let done: Int32 = 0
  static let failed: Int32 = 1
  static let diverged: Int32 = 2
  static let wrongUsage: Int32 = 64
  static let interrupted: Int32 = 130

  /// The code of a program that a signal ended, as shells count it.
  static func ofSignal(_ number: Int32) -> Int32 { 128 + number }
}
