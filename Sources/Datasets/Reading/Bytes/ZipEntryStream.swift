import CZlib

/// Unpacks one file of a zip archive; its checksum is compared at the end.
final class ZipEntryStream: ByteStream {
  private let source: ByteSource
  private let entry: ZipArchive.Entry
  private let inflater: Inflater?
  private let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
  /// What of the piece has not been unpacked.
  private var rest: Range<Int> = 0..<0
  private var packedLeft: Int
  private var left: Int
  private var checksum = crc32(0, nil, 0)

  /// Begins to read a file; nothing else may read from the archive meanwhile.
  ///
  /// - Throws: `DatasetError` when the file is not where the list says.
  init(_ entry: ZipArchive.Entry, of archive: ZipArchive) throws(DatasetError) {
    self.entry = entry
    source = archive.source
    inflater = entry.isDeflated ? Inflater(.raw) : nil
    packedLeft = entry.packedSize
    left = entry.size
    try source.seek(to: entry.offset)
    let header = LittleEndianBytes(try source.bytes(30))
    guard header.number(4, at: 0) == 0x0403_4B50, let name = header.number(2, at: 26),
      let extra = header.number(2, at: 28), entry.isDeflated || packedLeft == left
    else { throw DatasetError(.damagedZip, file: source.path) }
    try source.seek(to: entry.offset + 30 + name + extra)
  }

  deinit { piece.deallocate() }

  /// Deflated data are at most about a thousand times as long as packed, whatever the list says.
  var expectedByteCount: Int? {
    min(entry.size, entry.packedSize.multipliedReportingOverflow(by: 1032).partialValue)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
    let room = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, left)])
    guard !room.isEmpty else { return 0 }
    let count =
      if let inflater { try unpack(by: inflater, into: room) } else { try source.read(into: room) }
    guard count > 0 else { throw damage }
    left -= count
    var start = room.assumingMemoryBound(to: UInt8.self).baseAddress
    var remaining = count
    while remaining > 0 {
      let part = min(remaining, 1 << 30)
      checksum = crc32(checksum, start, UInt32(part))
      start = start.map { $0 + part }
      remaining -= part
    }
    guard left > 0 || UInt32(truncatingIfNeeded: checksum) == entry.checksum else { throw damage }
    return count
  }

  private func unpack(
    by inflater: Inflater, into buffer: UnsafeMutableRawBufferPointer
  ) throws(DatasetError) -> Int {
    while true {
      if rest.isEmpty, packedLeft > 0 {
        let wanted = UnsafeMutableRawBufferPointer(
          rebasing: piece[..<min(piece.count, packedLeft)])
        rest = 0..<(try source.read(into: wanted))
        packedLeft -= rest.count
        if rest.isEmpty { throw damage }
      }
      let (outcome, read, written) = inflater.unpack(
        UnsafeRawBufferPointer(rebasing: piece[rest]), into: buffer)
      rest.removeFirst(read)
      if written > 0 { return written }
      guard outcome == .goesOn, !rest.isEmpty || packedLeft > 0 else { throw damage }
    }
  }

  private var damage: DatasetError { DatasetError(.damagedZipEntry(entry.name), file: source.path) }
}
