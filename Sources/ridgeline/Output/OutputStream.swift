import Foundation

/// Thrown when the reader of standard output has gone: the program then ends quietly.
struct BrokenPipe: Error {}

/// Standard output or standard error, written whole and in order.
///
/// Only the main thread writes; nothing is buffered between two calls.
struct OutputStream {
  /// What a person or the next program reads.
  static let standard = OutputStream(descriptor: STDOUT_FILENO)

  /// Progress, warnings and errors.
  static let error = OutputStream(descriptor: STDERR_FILENO)

  /// The file descriptor.
  let descriptor: Int32

  /// Whether a terminal is at the other end.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// The terminal's width in columns; `nil` when there is none.
  var width: Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes `text` and a line break.
  func line(_ text: String) throws {
    try write(text + "\n")
  }

  /// Writes `text`.
  ///
  /// - Throws: `BrokenPipe` when nobody reads any more, a `Failure` when writing is impossible.
  func write(_ text: String) throws {
    var rest = Data(text.utf8)
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest.removeFirst(count)
      } else if errno == EPIPE {
        throw BrokenPipe()
      } else if errno == EAGAIN {
        // A terminal set to non-blocking by a program before us.
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&ready, 1, -1)
      } else if errno != EINTR {
        throw Failure("cannot write: \(String(cString: strerror(errno)))")
      }
    }
  }
}
