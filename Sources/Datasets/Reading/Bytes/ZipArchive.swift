/// The list of files in a zip archive, which stands at its end.
///
/// Files may be stored or deflated, and larger than 4 gigabytes. Archives in parts and encrypted files are
/// refused.
/// Source: PKWARE, APPNOTE.TXT 6.3, sections 4.3 and 4.5.3.
struct ZipArchive {
  /// What an archive with a file in it begins with, and one without.
  static let signatures: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]

  /// A file of the archive.
  struct Entry {
    var name: String
    /// Whether it is deflated; otherwise it is stored as it is.
    var isDeflated: Bool
    var checksum: UInt32
    var packedSize: Int
    var size: Int
    /// Where its header begins.
    var offset: Int
  }

  let source: ByteSource
  let entries: [Entry]

  /// The longest comment that the end of an archive may have, and what stands before it.
  private static let longestEnd = 22 + 0xFFFF

  /// Reads the list.
  ///
  /// - Throws: `DatasetError` when there is none, or it cannot be of this archive.
  init(_ source: ByteSource) throws(DatasetError) {
    self.source = source
    let size = try source.countBytes()
    guard let directory = try Self.findDirectory(source, size) else {
      throw DatasetError(.damagedZip, file: source.path)
    }
    try source.seek(to: directory.lowerBound)
    let bytes = LittleEndianBytes(try source.bytes(directory.count))
    var entries: [Entry] = []
    var place = 0
    while place < bytes.count {
      guard let (entry, next) = try Self.entry(bytes, at: place, in: source.path),
        entry.offset <= size, entry.packedSize <= size - entry.offset
      else { throw DatasetError(.damagedZip, file: source.path) }
      entries.append(entry)
      place = next
    }
    self.entries = entries
  }

  /// The bytes of the archive that the list takes.
  private static func findDirectory(
    _ source: ByteSource, _ size: Int
  ) throws(DatasetError) -> Range<Int>? {
    let first = max(0, size - longestEnd)
    try source.seek(to: first)
    let tail = LittleEndianBytes(try source.bytes(size - first))
    guard tail.count >= 22,
      let end = stride(from: tail.count - 22, through: 0, by: -1).first(where: {
        tail.number(4, at: $0) == 0x0605_4B50
      }), var length = tail.number(4, at: end + 12), var start = tail.number(4, at: end + 16)
    else { return nil }
    // Where the numbers are too small, larger ones stand before.
    if start == 0xFFFF_FFFF || length == 0xFFFF_FFFF {
      guard tail.number(4, at: end - 20) == 0x0706_4B50,
        let place = tail.number(8, at: end - 12), place <= size - 56
      else { return nil }
      try source.seek(to: place)
      let record = LittleEndianBytes(try source.bytes(56))
      guard record.number(4, at: 0) == 0x0606_4B50, let longer = record.number(8, at: 40),
        let further = record.number(8, at: 48)
      else { return nil }
      (length, start) = (longer, further)
    }
    guard start <= size, length <= size - start else { return nil }
    return start..<start + length
  }

  /// The entry of the list that begins at a place, and where the next one does; nil when none does.
  private static func entry(
    _ bytes: LittleEndianBytes, at place: Int, in path: String
  ) throws(DatasetError) -> (entry: Entry, next: Int)? {
    guard bytes.number(4, at: place) == 0x0201_4B50, let flags = bytes.number(2, at: place + 8),
      let method = bytes.number(2, at: place + 10), let checksum = bytes.number(4, at: place + 16),
      var packedSize = bytes.number(4, at: place + 20), var size = bytes.number(4, at: place + 24),
      let nameLength = bytes.number(2, at: place + 28),
      let extraLength = bytes.number(2, at: place + 30),
      let commentLength = bytes.number(2, at: place + 32),
      var offset = bytes.number(4, at: place + 42),
      let name = bytes.text(at: place + 46, count: nameLength)
    else { return nil }
    // Numbers that are too small for their place stand behind the name, in this order.
    var extra = place + 46 + nameLength
    let end = extra + extraLength
    while extra + 4 <= end, let kind = bytes.number(2, at: extra),
      let count = bytes.number(2, at: extra + 2)
    {
      if kind == 1 {
        var field = extra + 4
        func larger(_ value: Int) -> Int? {
          guard value == 0xFFFF_FFFF else { return value }
          defer { field += 8 }
          return field + 8 <= extra + 4 + count ? bytes.number(8, at: field) : nil
        }
        guard let unpacked = larger(size), let packed = larger(packedSize),
          let start = larger(offset)
        else { return nil }
        (size, packedSize, offset) = (unpacked, packed, start)
      }
      extra += 4 + count
    }
    guard flags & 1 == 0, method == 0 || method == 8 else {
      throw DatasetError(.zipMethod(name), file: path)
    }
    let entry = Entry(
      name: name, isDeflated: method == 8, checksum: UInt32(truncatingIfNeeded: checksum),
      packedSize: packedSize, size: size, offset: offset)
    return (entry, end + commentLength)
  }
}

/// Bytes that hold numbers, the low byte first.
struct LittleEndianBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  /// The number of so many bytes; nil when they are not there, or no `Int` holds it.
  func number(_ size: Int, at place: Int) -> Int? {
    guard place >= 0, place <= bytes.count - size else { return nil }
    let value = bytes[place..<place + size].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(exactly: value)
  }

  /// A text; nil when the bytes are not there.
  func text(at place: Int, count: Int) -> String? {
    guard place <= bytes.count - count else { return nil }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }
}
