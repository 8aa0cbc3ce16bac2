import CZlib

/// Unpacks deflated data, piece by piece.
final class Inflater {
  /// What stands around the data.
  enum Format {
    /// Header and checksum of a gzip member.
    case gzip
    /// Nothing, as in zip archives.
    case raw
  }

  /// How a step of unpacking ended.
  enum Outcome {
    /// More can be unpacked, when there is input and room.
    case goesOn
    /// The data are complete, their checksum too, where there is one.
    case complete
    /// The input is no deflated data, or not those that the checksum is of.
    case damaged
    /// There is no memory to unpack it.
    case outOfMemory
  }

  // The stream must not move: zlib keeps its address.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let isUsable: Bool

  init(_ format: Format) {
    stream.initialize(to: z_stream())
    isUsable =
      switch format {
      case .gzip: czlib_begin_gzip(stream) == Z_OK
      case .raw: czlib_begin_raw(stream) == Z_OK
      }
  }

  deinit {
    if isUsable { inflateEnd(stream) }
    stream.deallocate()
  }

  /// Begins anew.
  func reset() {
    if isUsable { inflateReset(stream) }
  }

  /// Unpacks as much of `input` as `output` has room for.
  ///
  /// - Returns: how it ended, and the bytes that were used of either.
  func unpack(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) -> (outcome: Outcome, read: Int, written: Int) {
    guard isUsable else { return (.outOfMemory, 0, 0) }
    let given = UInt32(clamping: input.count)
    let room = UInt32(clamping: output.count)
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: input.assumingMemoryBound(to: UInt8.self).baseAddress)
    stream.pointee.avail_in = given
    stream.pointee.next_out = output.assumingMemoryBound(to: UInt8.self).baseAddress
    stream.pointee.avail_out = room
    let outcome: Outcome =
      switch inflate(stream, Z_NO_FLUSH) {
      // No progress without input or room is no error.
      case Z_OK, Z_BUF_ERROR: .goesOn
      case Z_STREAM_END: .complete
      case Z_MEM_ERROR: .outOfMemory
      default: .damaged
      }
    return (outcome, Int(given - stream.pointee.avail_in), Int(room - stream.pointee.avail_out))
  }
}
