/// The part of a file that is in memory: whole records, and the beginning of the next one.
///
/// One byte past the content is always readable and 0, so that loops over text stop by themselves.
struct ByteWindow: ~Copyable {
  private var buffer: GrowingBuffer<UInt8>
  private var count = 0

  /// Whether the content reaches to the end of the file.
  private(set) var isFinal = false

  init(capacity: Int) {
    buffer = GrowingBuffer(capacity: capacity + 1)
    buffer.base[0] = 0
  }

  var start: UnsafePointer<UInt8> { UnsafePointer(buffer.base) }
  var end: UnsafePointer<UInt8> { start + count }
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// The largest size in bytes; a record that is larger is a sign of a quote never closed.
  static let largestCapacity = 1 << 30

  /// Whether the window is as large as it gets, so that a record which overfills it is refused.
  func isExhausted(keepingFrom kept: UnsafePointer<UInt8>) -> Bool {
    kept == start && count + 1 == buffer.capacity && buffer.capacity > Self.largestCapacity
  }

  /// Drops what stands before `kept`, moves the rest to the start and fills up from `source`.
  ///
  /// The window doubles when nothing can be dropped: a record has to fit into it as a whole.
  mutating func refill(
    keepingFrom kept: UnsafePointer<UInt8>, from source: ByteSource
  ) throws(DatasetError) {
    let remaining = end - kept
    if kept > start {
      buffer.base.update(from: kept, count: remaining)
    } else if count + 1 == buffer.capacity {
      buffer.grow(to: 2 * buffer.capacity)
    }
    count = remaining
    while !isFinal, count + 1 < buffer.capacity {
      let room = UnsafeMutableRawBufferPointer(
        start: buffer.base + count, count: buffer.capacity - 1 - count)
      let added = try source.read(into: room)
      count += added
      isFinal = added == 0
    }
    buffer.base[count] = 0
  }

  /// Empties the window, to begin again at the first byte of the file.
  mutating func reset() {
    count = 0
    isFinal = false
    buffer.base[0] = 0
  }
}
