/// The part of a file that is in memory: whole records, and perhaps the beginning of the next one.
///
/// Behind the content there are always a few bytes that are readable and 0, so that loops over text
/// stop by themselves and may look ahead.
struct ByteWindow: ~Copyable {
  /// The number of bytes behind the content that are 0.
  static let padding = 32
  /// The largest size in bytes; a record that is larger is a sign of a quote never closed.
  static let largestCapacity = 1 << 30

  private var buffer = GrowingBuffer<UInt8>(capacity: padding)
  private(set) var count = 0

  /// Where in the file the content begins.
  private(set) var offset = 0

  /// About how many bytes the whole file has, as far as that is known.
  private(set) var expectedByteCount: Int?

  /// Whether the content reaches to the end of the file.
  private(set) var isFinal = false

  var start: UnsafePointer<UInt8> { UnsafePointer(buffer.base) }
  var end: UnsafePointer<UInt8> { start + count }
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// Replaces the content.
  mutating func begin(with bytes: [UInt8], at offset: Int) {
    self.offset = offset
    isFinal = false
    count = bytes.count
    buffer.grow(to: count + Self.padding)
    buffer.base.update(from: bytes, count: count)
    pad()
  }

  /// Adds bytes of a source until there are `capacity`, or until the source has no more.
  mutating func fill(upTo capacity: Int, from source: ByteSource) throws(DatasetError) {
    buffer.grow(to: capacity + Self.padding)
    while !isFinal, count < capacity {
      let room = UnsafeMutableRawBufferPointer(start: buffer.base + count, count: capacity - count)
      let added = try source.read(into: room)
      count += added
      isFinal = added == 0
    }
    expectedByteCount = source.expectedByteCount
    pad()
  }

  /// The number of bytes up to the last line feed at which a block may be cut, with it; 0 when there is none.
  ///
  /// The content begins outside of quotes.
  func countOfWholeLines(_ cut: BlockFeed.Cut) -> Int {
    var isWithinQuotes = false
    if cut == .outsideQuotes {
      var quotes: UInt8 = 0
      for byte in bytes { quotes &+= byte == quote ? 1 : 0 }
      isWithinQuotes = quotes & 1 == 1
    }
    var count = count
    while count > 0 {
      let byte = buffer.base[count - 1]
      if byte == lineFeed, !isWithinQuotes { return count }
      if byte == quote, cut == .outsideQuotes { isWithinQuotes.toggle() }
      count -= 1
    }
    return 0
  }

  /// Drops what stands behind the first `kept` bytes and returns it.
  mutating func cut(after kept: Int) -> [UInt8] {
    guard kept < count else { return [] }
    let rest = Array(UnsafeBufferPointer(start: start + kept, count: count - kept))
    count = kept
    isFinal = false
    pad()
    return rest
  }

  private func pad() {
    (buffer.base + count).update(repeating: 0, count: Self.padding)
  }
}
