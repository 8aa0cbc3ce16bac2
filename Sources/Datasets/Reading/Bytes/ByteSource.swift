/// The bytes of a file, in order, as often as needed; what is packed by gzip is unpacked on the way.
///
/// Whether it is packed is told by the first bytes, and not by the name.
final class ByteSource: ByteStream {
  let path: String

  private let stored: StoredFile
  private let gzip: GzipStream?
  /// The number of bytes, unpacked, before the next one to be read.
  private var place = 0

  /// Opens a file for reading.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - monitor: is told how far it has been read, by the bytes that are stored.
  /// - Throws: `DatasetError` when there is no such file, it is a directory or may not be read.
  init(path: String, monitor: ReadingMonitor? = nil) throws(DatasetError) {
    self.path = path
    stored = try StoredFile(path: path, monitor: monitor)
    let isPacked = try stored.bytes(GzipStream.signature.count) == GzipStream.signature
    stored.seek(to: 0)
    gzip = isPacked ? GzipStream(stored) : nil
  }

  /// Of what is packed as many as the part read so far lets expect.
  var expectedByteCount: Int? {
    guard let total = stored.byteCount, let gzip else { return stored.byteCount }
    // Tables are usually three times as long as packed.
    guard gzip.place > 0 else { return 3 * total }
    return Int(Double(place) * Double(total) / Double(gzip.place))
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
    let count = if let gzip { try gzip.read(into: buffer) } else { try stored.read(into: buffer) }
    place += count
    return count
  }

  /// Goes to a place, counted from the first byte, unpacked, but not beyond the end.
  func seek(to target: Int) throws(DatasetError) {
    if gzip == nil, target <= place || stored.byteCount != nil {
      stored.seek(to: target)
      place = target
      return
    }
    if target < place {
      gzip?.rewind()
      place = 0
    }
    try pass(target - place)
  }

  /// The exact number of bytes; what has to be read to find it out is read.
  func countBytes() throws(DatasetError) -> Int {
    if gzip == nil, let count = stored.byteCount { return count }
    try pass(.max)
    return place
  }

  /// The first bytes, at most as many as wanted; the first one is then the next to be read.
  func firstBytes(_ wanted: Int) throws(DatasetError) -> [UInt8] {
    try seek(to: 0)
    let first = try bytes(wanted)
    try seek(to: 0)
    return first
  }

  private func pass(_ count: Int) throws(DatasetError) {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 1)
    defer { piece.deallocate() }
    var left = count
    while left > 0 {
      let wanted = UnsafeMutableRawBufferPointer(rebasing: piece[..<min(piece.count, left)])
      let passed = try read(into: wanted)
      guard passed > 0 else { return }
      left -= passed
    }
  }
}
