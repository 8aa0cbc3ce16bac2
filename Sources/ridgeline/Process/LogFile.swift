import Datasets
import Foundation
import Logging

/// Diagnostics as lines of a file, which is made when there is the first thing to say.
///
/// Nothing goes to the terminal: it belongs to the screen.
struct LogFile: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info

  private let path: String

  /// A log that is appended to the file at `path`.
  init(path: String) {
    self.path = path
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Appends a line; a log that cannot be written is no reason to fail.
  func log(event: LogEvent) {
    let time = Date.now.formatted(.iso8601)
    let line = "\(time) \(event.level) \("\(event.message)".onOneLine)\n"
    try? makeFolder(path.folderPath)
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    _ = line.utf8CString.dropLast().withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }
}
