/// The part of a file that is in memory: whole records, and the beginning of the next one.
///
/// Behind the content there are always a few bytes that are readable and 0, so that loops over text
/// stop by themselves and may look ahead.
struct ByteWindow: ~Copyable {
  /// The number of bytes behind the content that are 0.
  static let padding = 16
  /// The largest size in bytes; a record that is larger is a sign of a quote never closed.
  static let largestCapacity = 1 << 30

  private var buffer: GrowingBuffer<UInt8>
  private var capacity: Int
  private var count = 0

  /// Whether the content reaches to the end of the file.
  private(set) var isFinal = false

  init(capacity: Int) {
    self.capacity = capacity
    buffer = GrowingBuffer(capacity: capacity + Self.padding)
    pad()
  }

  var start: UnsafePointer<UInt8> { UnsafePointer(buffer.base) }
  var end: UnsafePointer<UInt8> { start + count }
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// Whether the window is as large as it gets, so that a record which overfills it is refused.
  func isExhausted(keepingFrom kept: UnsafePointer<UInt8>) -> Bool {
    kept == start && count == capacity && capacity >= Self.largestCapacity
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
    } else if count == capacity {
      capacity *= 2
      buffer.grow(to: capacity + Self.padding)
    }
    count = remaining
    while !isFinal, count < capacity {
      let room = UnsafeMutableRawBufferPointer(
        start: buffer.base + count, count: capacity - count)
      let added = try source.read(into: room)
      count += added
      isFinal = added == 0
    }
    pad()
  }

  /// Empties the window, to begin again at the first byte of the file.
  mutating func reset() {
    count = 0
    isFinal = false
    pad()
  }

  private func pad() {
    (buffer.base + count).update(repeating: 0, count: Self.padding)
  }
}
