import Foundation

/// The bytes of a file, in order, as often as needed.
///
/// A regular file is read from disk piece by piece. A pipe can be read once only, so its bytes are
/// kept in memory. What is packed by gzip, by its first bytes, is unpacked on the way. The path `-` is
/// standard input.
final class ByteSource {
  let path: String

  /// The size in bytes; of packed data a guess.
  let byteCount: Int

  private let descriptor: Int32
  private let kept: [UInt8]?
  private var keptOffset = 0
  private let gzip: GzipStream?

  /// Opens a file for reading.
  ///
  /// - Throws: `DatasetError` when there is no such file, it is a directory or may not be read.
  init(path: String) throws(DatasetError) {
    self.path = path
    descriptor =
      path == "-" ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DatasetError(.opening(errno), file: path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw DatasetError(.opening(code), file: path)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      close(descriptor)
      throw DatasetError(.isDirectory, file: path)
    case S_IFREG:
      kept = nil
      let isPacked = Self.isPacked(descriptor)
      gzip = isPacked ? GzipStream() : nil
      byteCount = Int(status.st_size) * (isPacked ? Self.usualGain : 1)
    case S_IFIFO, S_IFSOCK:
      do {
        let bytes = try Self.readAll(descriptor, path: path)
        kept = bytes
        let isPacked = bytes.starts(with: GzipStream.signature)
        gzip = isPacked ? GzipStream() : nil
        byteCount = bytes.count * (isPacked ? Self.usualGain : 1)
      } catch {
        close(descriptor)
        throw error
      }
    default:
      close(descriptor)
      throw DatasetError(.unreadable("neither a file nor a pipe"), file: path)
    }
  }

  deinit { close(descriptor) }

  /// Fills `buffer` from the present place on and returns the number of bytes, 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
    guard let gzip else { return try readAsStored(into: buffer) }
    do {
      return try gzip.read(into: buffer, from: readAsStored)
    } catch let error as DatasetError {
      throw error
    } catch {
      throw DatasetError(.damagedGzip, file: path)
    }
  }

  private func readAsStored(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(DatasetError) -> Int {
    guard let kept else { return try Self.read(descriptor, into: buffer, path: path) }
    let count = min(buffer.count, kept.count - keptOffset)
    buffer.copyBytes(from: kept[keptOffset..<keptOffset + count])
    keptOffset += count
    return count
  }

  /// Goes to a place, counted from the first byte.
  func seek(to offset: Int) throws(DatasetError) {
    guard let gzip else { return try seekAsStored(to: offset) }
    try seekAsStored(to: 0)
    gzip.rewind()
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 1)
    defer { piece.deallocate() }
    var place = 0
    while place < offset {
      let wanted = min(piece.count, offset - place)
      let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: piece[..<wanted]))
      guard count > 0 else { return }
      place += count
    }
  }

  private func seekAsStored(to offset: Int) throws(DatasetError) {
    guard let kept else {
      guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else {
        throw DatasetError(.opening(errno), file: path)
      }
      return
    }
    keptOffset = min(offset, kept.count)
  }

  /// How many times longer tables usually are than packed.
  private static let usualGain = 3

  private static func isPacked(_ descriptor: Int32) -> Bool {
    var first: [UInt8] = [0, 0]
    return pread(descriptor, &first, 2, 0) == 2 && first == GzipStream.signature
  }

  private static func readAll(_ descriptor: Int32, path: String) throws(DatasetError) -> [UInt8] {
    var bytes: [UInt8] = []
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { piece.deallocate() }
    while true {
      let count = try read(descriptor, into: piece, path: path)
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<count]))
    }
  }

  private static func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, path: String
  ) throws(DatasetError) -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      let code = errno
      guard code == EINTR else { throw DatasetError(.opening(code), file: path) }
    }
  }
}

extension DatasetError.Problem {
  fileprivate static func opening(_ code: Int32) -> Self {
    switch code {
    case ENOENT, ENOTDIR: .fileNotFound
    case EISDIR: .isDirectory
    case EACCES, EPERM: .noPermission
    default: .unreadable(String(cString: strerror(code)))
    }
  }
}
