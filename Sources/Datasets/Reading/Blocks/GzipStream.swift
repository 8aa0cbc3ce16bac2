import CZlib

/// Unpacks gzip data, of one member or of several one behind the other.
final class GzipStream {
  /// What every member begins with.
  static let signature: [UInt8] = [0x1F, 0x8B]

  /// What can be wrong with the data.
  enum Failure: Error {
    case damaged, outOfMemory
  }

  // The stream must not move: zlib keeps its address.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let packed = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
  private let isUsable: Bool
  /// Whether a member has begun and not ended.
  private var isWithinMember = false

  init() {
    stream.initialize(to: z_stream())
    isUsable = czlib_begin_gzip(stream) == Z_OK
  }

  deinit {
    if isUsable { inflateEnd(stream) }
    stream.deallocate()
    packed.deallocate()
  }

  /// Forgets what has been read, to begin again at the first byte.
  func rewind() {
    stream.pointee.avail_in = 0
    inflateReset(stream)
    isWithinMember = false
  }

  /// Unpacks as much as there is room for.
  ///
  /// - Parameters:
  ///   - buffer: gets what is unpacked.
  ///   - next: puts packed bytes into its argument and returns their number, 0 at the end.
  /// - Returns: the number of bytes unpacked, 0 at the end.
  /// - Throws: what `next` throws, and `Failure`.
  func read(
    into buffer: UnsafeMutableRawBufferPointer,
    from next: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> Int {
    guard isUsable else { throw Failure.outOfMemory }
    let wanted = min(buffer.count, Int(UInt32.max))
    stream.pointee.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
    stream.pointee.avail_out = UInt32(wanted)
    while stream.pointee.avail_out > 0 {
      if stream.pointee.avail_in == 0 {
        let count = try next(packed)
        guard count > 0 else {
          if isWithinMember { throw Failure.damaged }
          break
        }
        stream.pointee.next_in = packed.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_in = UInt32(count)
      }
      isWithinMember = true
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: continue
      case Z_STREAM_END:
        isWithinMember = false
        inflateReset(stream)
      case Z_MEM_ERROR: throw Failure.outOfMemory
      default: throw Failure.damaged
      }
    }
    return wanted - Int(stream.pointee.avail_out)
  }
}
