/// Unpacks a file of gzip data: one member, or several one behind the other.
///
/// Zeros behind a member pad the file, as on tapes; anything else that is no member is damage.
final class GzipStream {
  /// What every member begins with.
  static let signature: [UInt8] = [0x1F, 0x8B]

  private let stored: StoredFile
  private let inflater = Inflater(.gzip)
  private let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
  /// What of the piece has not been unpacked.
  private var rest: Range<Int> = 0..<0
  /// Whether a member has begun and not ended.
  private var isWithinMember = false

  /// Unpacks a file from its first byte on.
  init(_ stored: StoredFile) { self.stored = stored }

  deinit { piece.deallocate() }

  /// The number of bytes of the file that have been unpacked.
  var place: Int { stored.place - rest.count }

  /// Goes back to the first byte.
  func rewind() {
    stored.seek(to: 0)
    inflater.reset()
    rest = 0..<0
    isWithinMember = false
  }

  /// Fills `buffer` with what is unpacked and returns the number of bytes, 0 at the end.
  ///
  /// - Throws: `DatasetError` when the file cannot be read, is damaged or ends within a member.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
    var count = 0
    while count < buffer.count {
      if rest.isEmpty {
        rest = 0..<(try stored.read(into: piece))
        guard !rest.isEmpty else {
          if isWithinMember {
            throw DatasetError(.endOfGzip(after: stored.place), file: stored.path)
          }
          break
        }
      }
      if !isWithinMember {
        while let first = rest.first, piece[first] == 0 { rest.removeFirst() }
        if rest.isEmpty { continue }
        isWithinMember = true
      }
      let (outcome, read, written) = inflater.unpack(
        UnsafeRawBufferPointer(rebasing: piece[rest]),
        into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      rest.removeFirst(read)
      count += written
      switch outcome {
      case .goesOn: break
      case .complete:
        isWithinMember = false
        inflater.reset()
      case .damaged: throw DatasetError(.damagedGzip(near: place), file: stored.path)
      case .outOfMemory: throw DatasetError(.unreadable("out of memory"), file: stored.path)
      }
    }
    return count
  }
}
