/// Hands out a file in blocks, from the first to the last.
///
/// Blocks that are to be read at the same time end where a record does, which is a guess: that the line feed
/// there is not one within quotes. Who finds it to be wrong goes on from the record that it cut, by another
/// guess, and in the end in blocks that end anywhere and give back what they have of a record.
final class BlockFeed {
  /// Where a block ends.
  enum Cut {
    case anywhere
    /// At a line feed.
    case atLineFeed
    /// At a line feed with an even number of quotes before it, as when only cells in quotes hold any.
    case outsideQuotes
  }

  /// A row may take so many blocks before a file without line feeds is suspected.
  private static let blocksInSearchOfALine = 64

  let source: ByteSource
  /// The number of bytes that a block has, or more when a row has more.
  var blockSize: Int
  /// What has been read of the next block.
  private var rest: [UInt8] = []
  /// The place in the file where the next block begins.
  private var offset = 0

  init(_ source: ByteSource, blockSize: Int) {
    self.source = source
    self.blockSize = blockSize
  }

  /// Whether the file is so large that it makes more than a few blocks; one of unknown size may be.
  var hasManyBlocks: Bool {
    source.expectedByteCount.map { $0 - offset > 4 * blockSize } ?? true
  }

  /// Puts the next block into a window.
  ///
  /// - Parameters:
  ///   - window: gets the block; it is larger than the one before it when that gave all of itself back.
  ///   - cut: where the block has to end, if not with the file.
  /// - Returns: false when there is none.
  /// - Throws: `DatasetError` when the file cannot be read.
  func next(
    into window: inout ByteWindow, cut: Cut
  ) throws(DatasetError) -> Bool {
    window.begin(with: rest, at: offset)
    var capacity = min(max(blockSize, 2 * rest.count), ByteWindow.largestCapacity)
    rest = []
    try window.fill(upTo: capacity, from: source)
    if cut != .anywhere {
      var whole = window.countOfWholeLines(cut)
      while !window.isFinal, whole == 0, capacity < Self.blocksInSearchOfALine * blockSize {
        capacity *= 2
        try window.fill(upTo: capacity, from: source)
        whole = window.countOfWholeLines(cut)
      }
      if !window.isFinal, whole > 0 { rest = window.cut(after: whole) }
    }
    offset += window.count
    return window.count > 0
  }

  /// Takes back the end of the block that was handed out last.
  func takeBack(_ window: inout ByteWindow, from kept: UnsafePointer<UInt8>) {
    precondition(window.offset + window.count == offset, "another block has been handed out since")
    let bytes = window.cut(after: kept - window.start)
    offset -= bytes.count
    rest = bytes + rest
  }

  /// Makes the next block begin at a place of the file.
  func seek(to offset: Int) throws(DatasetError) {
    try source.seek(to: offset)
    self.offset = offset
    rest = []
  }
}
