import Foundation

/// How far the reading of files has come.
public struct ReadingProgress: Sendable, Equatable {
  /// The file that is being read.
  public var file: String

  /// The bytes of all files read so far, as they are stored.
  public var bytes: Int

  /// The bytes that all files have; nil when one is a pipe, whose end nobody knows.
  public var byteCount: Int?

  /// Creates a state.
  public init(file: String, bytes: Int, byteCount: Int?) {
    self.file = file
    self.bytes = bytes
    self.byteCount = byteCount
  }
}

/// Counts what is read of some files, and tells about it from time to time.
final class ReadingMonitor: @unchecked Sendable {
  // All that varies is used under the lock.
  private let lock = NSLock()
  private let report: @Sendable (ReadingProgress) -> Void
  private let byteCount: Int?
  /// How much of each file has been read; what is read again does not count.
  private var read: [String: Int] = [:]
  private var bytes = 0
  private var lastReport: ContinuousClock.Instant?

  /// The time between two reports.
  private static let interval = Duration.milliseconds(50)

  /// Prepares to count.
  ///
  /// - Parameters:
  ///   - files: the files that will be read.
  ///   - report: is told by any thread, one at a time.
  init(_ files: [String], report: @escaping @Sendable (ReadingProgress) -> Void) {
    self.report = report
    let sizes = files.map { Self.size(of: $0) }
    byteCount = sizes.contains(nil) ? nil : sizes.compactMap(\.self).reduce(0, +)
  }

  /// Takes down that a file has been read up to a place.
  func hasRead(_ file: String, upTo place: Int) {
    lock.withLock {
      let known = read[file, default: 0]
      guard place > known else { return }
      read[file] = place
      bytes += place - known
      let now = ContinuousClock.now
      let isDue = lastReport.map { now - $0 >= Self.interval } ?? true
      guard isDue || bytes == byteCount else { return }
      lastReport = now
      report(ReadingProgress(file: file, bytes: bytes, byteCount: byteCount))
    }
  }

  private static func size(of path: String) -> Int? {
    var status = stat()
    let code = path == StandardInput.path ? fstat(STDIN_FILENO, &status) : stat(path, &status)
    return code == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }
}
