/// The first record of a file, which names its columns.
struct FileHeader {
  /// What stands between cells, in the whole file.
  let delimiter: Delimiter
  /// The names, without spaces around them.
  let names: [String]
  /// The lines up to the end of the header, blank ones before it included.
  let lines: Int

  /// Reads the header from the first block of a file; the next one begins behind it.
  init(of path: String, _ feed: BlockFeed, delimiter given: Delimiter?) throws(DatasetError) {
    var window = ByteWindow()
    _ = try feed.next(into: &window, cut: .anywhere)
    if let guess = FileSignature.guess(window.bytes) {
      throw DatasetError(.binary(guess), file: path)
    }
    var cursor = window.start + FileSignature.byteOrderMarkLength(window.bytes)
    delimiter =
      given ?? Delimiter.detect(from: cursor, to: window.end, isFinal: window.isFinal)
    let tokenizer = Tokenizer(delimiter: delimiter)
    var lines = 0
    while true {
      let blank = tokenizer.skippingBlankLines(
        from: cursor, to: window.end, isFinal: window.isFinal)
      cursor = blank.cursor
      lines += blank.lines
      if cursor < window.end {
        let found = try Self.record(in: window, at: cursor, by: tokenizer, path, line: lines + 1)
        if let found {
          feed.takeBack(&window, from: found.next)
          names = found.names
          self.lines = found.line
          return
        }
      }
      guard !window.isFinal else { throw DatasetError(.empty, file: path) }
      if cursor == window.start, window.count >= ByteWindow.largestCapacity {
        throw DatasetError(.recordTooLong, file: path, line: lines + 1)
      }
      feed.takeBack(&window, from: cursor)
      _ = try feed.next(into: &window, cut: .anywhere)
      cursor = window.start
    }
  }

  /// The names in the record at `start`, what follows it and the line that it ends on; nil when the window ends
  /// before it.
  private static func record(
    in window: borrowing ByteWindow, at start: UnsafePointer<UInt8>, by tokenizer: Tokenizer,
    _ path: String, line: Int
  ) throws(DatasetError) -> (names: [String], next: UnsafePointer<UInt8>, line: Int)? {
    var names: [String] = []
    var text: [UInt8] = []
    var place = start
    var line = line
    while true {
      let cell = tokenizer.cell(at: place, end: window.end, isFinal: window.isFinal)
      guard try cell.isComplete(file: path, line: line) else { return nil }
      if cell.needsUnquoting {
        Tokenizer.unquote(cell, into: &text)
      } else {
        text = Array(UnsafeBufferPointer(start: cell.start, count: cell.end - cell.start))
      }
      let name = text.withUnsafeBufferPointer { String(validating: $0.trimmed, as: UTF8.self) }
      guard let name else { throw DatasetError(.notUTF8, file: path, line: line) }
      names.append(name)
      line += cell.lineBreaks
      place = cell.next
      if cell.terminator != .delimiter { return (names, place, line) }
    }
  }
}
