import Foundation

/// The bytes of a file as they are stored, in order, as often as needed.
///
/// A regular file is read from disk piece by piece. What comes out of a pipe comes only once, and is
/// kept in memory as it comes. The path `-` is standard input.
final class StoredFile: ByteStream {
  let path: String

  /// The size in bytes; nil for a pipe, which has an end but no size.
  let byteCount: Int?

  var expectedByteCount: Int? { byteCount }

  /// The number of bytes before the next one to be read.
  private(set) var place = 0

  private let monitor: ReadingMonitor?
  private let descriptor: Int32
  private let pipe: KeptBytes?

  /// Opens a file for reading.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - monitor: is told how far it has been read.
  /// - Throws: `DatasetError` when there is no such file, it is a directory or may not be read.
  init(path: String, monitor: ReadingMonitor?) throws(DatasetError) {
    self.path = path
    self.monitor = monitor
    let isStandardInput = path == StandardInput.path
    descriptor =
      isStandardInput
      ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DatasetError(.opening(errno), file: path) }
    var status = stat()
    let problem: DatasetError.Problem?
    if fstat(descriptor, &status) != 0 {
      problem = .opening(errno)
    } else {
      problem =
        switch status.st_mode & S_IFMT {
        case S_IFREG, S_IFIFO, S_IFSOCK: nil
        case S_IFDIR: .isDirectory
        case S_IFCHR where isStandardInput: .nothingPiped
        default: .unreadable("neither a file nor a pipe")
        }
    }
    if let problem {
      close(descriptor)
      throw DatasetError(problem, file: path)
    }
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    byteCount = isRegular ? Int(status.st_size) : nil
    pipe = isRegular ? nil : KeptBytes()
  }

  deinit { close(descriptor) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
    let count: Int
    if let pipe {
      let known = pipe.copy(from: place, into: buffer)
      if known > 0 || buffer.isEmpty {
        count = known
      } else {
        count = try retrying { Foundation.read(descriptor, buffer.baseAddress, buffer.count) }
        pipe.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    } else {
      // By place, as the position of a descriptor that was inherited belongs to others too.
      count = try retrying { pread(descriptor, buffer.baseAddress, buffer.count, off_t(place)) }
    }
    place += count
    monitor?.hasRead(path, upTo: place)
    return count
  }

  /// Goes to a place that was read before, or anywhere in a regular file.
  func seek(to place: Int) { self.place = place }

  private func retrying(_ call: () -> Int) throws(DatasetError) -> Int {
    while true {
      let count = call()
      if count >= 0 { return count }
      let code = errno
      guard code == EINTR else { throw DatasetError(.opening(code), file: path) }
    }
  }
}

/// Bytes that can only be had once, in pieces: adding moves none of those there are.
private final class KeptBytes {
  private static let pieceSize = 1 << 20
  private var pieces: [UnsafeMutableRawBufferPointer] = []
  private var count = 0

  deinit { pieces.forEach { $0.deallocate() } }

  func append(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes
    while !rest.isEmpty {
      let start = count % Self.pieceSize
      if start == 0 {
        pieces.append(.allocate(byteCount: Self.pieceSize, alignment: 1))
      }
      let taken = min(rest.count, Self.pieceSize - start)
      pieces[pieces.count - 1][start...].copyBytes(from: rest[..<taken])
      rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
      count += taken
    }
  }

  /// Copies what is kept from a place on, as far as one piece goes; returns the number of bytes.
  func copy(from place: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard place < count else { return 0 }
    let start = place % Self.pieceSize
    let taken = min(buffer.count, count - place, Self.pieceSize - start)
    buffer.copyBytes(from: pieces[place / Self.pieceSize][start..<start + taken])
    return taken
  }
}

extension DatasetError.Problem {
  fileprivate static func opening(_ code: Int32) -> Self {
    switch code {
    case ENOENT, ENOTDIR: .fileNotFound
    case EISDIR: .isDirectory
    case EACCES, EPERM: .noPermission
    case EBADF: .nothingPiped
    default: .unreadable(String(cString: strerror(code)))
    }
  }
}
