import Logging

/// What went wrong besides what a person asked for: on standard error before the screen is taken, and
/// in the log.
struct Diagnostics {
  private let logger: Logger

  /// Diagnostics with the log at its usual place.
  init(_ places: SystemPlaces) {
    let path = places.state + "/ridgeline.log"
    logger = Logger(label: "ridgeline") { _ in LogFile(path: path) }
  }

  /// Tells of something that does not stop the program; before the screen is taken.
  func warn(_ message: String) throws {
    logger.warning("\(message)")
    try OutputStream.error.line("ridgeline: warning: \(message.onOneLine)")
  }

  /// Notes why the program ends.
  func error(_ message: String) {
    logger.error("\(message)")
  }
}
