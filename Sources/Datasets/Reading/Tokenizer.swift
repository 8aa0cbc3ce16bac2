/// Cuts a record into cells by RFC 4180, as Python's csv module does where files stray from it.
///
/// A record ends with LF, CRLF or a lone CR. A cell that begins with a quote goes to the next
/// single quote, over delimiters and line breaks; a doubled quote within stands for one; text after
/// the closing quote belongs to the cell. A quote inside of a cell that does not begin with one is
/// an ordinary character.
struct Tokenizer {
  /// What ended a cell.
  enum Terminator {
    case delimiter, lineBreak, endOfFile
    /// The window ended before the cell did.
    case endOfWindow
    case nulByte, unterminatedQuote
  }

  /// A cell as it stands in the window.
  struct Cell {
    /// The text within the quotes, or the whole text of an unquoted cell.
    var start: UnsafePointer<UInt8>
    var end: UnsafePointer<UInt8>
    /// Where the next cell or record begins.
    var next: UnsafePointer<UInt8>
    var terminator: Terminator
    /// The line breaks within the quotes.
    var lineBreaks = 0
    /// Whether quotes have to be removed from the text, which then begins with the opening one.
    var needsUnquoting = false
    var isQuoted = false
  }

  let delimiter: UInt8

  init(delimiter: Delimiter) {
    self.delimiter = delimiter.byte
  }

  /// Passes over lines that hold nothing but spaces.
  ///
  /// - Parameters:
  ///   - start: the beginning of a line.
  ///   - end: the end of the window, where a 0 stands.
  ///   - isFinal: whether the file ends there.
  /// - Returns: the beginning of a line that is not blank, and the number of lines passed over.
  func skippingBlankLines(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, isFinal: Bool
  ) -> (cursor: UnsafePointer<UInt8>, lines: Int) {
    var cursor = start
    var lines = 0
    while true {
      var ahead = cursor
      while ahead[0] == space { ahead += 1 }
      switch ahead[0] {
      case carriageReturn where isFinal || ahead + 1 < end:
        cursor = ahead + (ahead[1] == lineFeed ? 2 : 1)
        lines += 1
      case lineFeed:
        cursor = ahead + 1
        lines += 1
      default:
        return (isFinal && ahead == end ? end : cursor, lines)
      }
    }
  }

  /// The cell that begins at `start`.
  ///
  /// - Parameters:
  ///   - start: the first byte of the cell.
  ///   - end: the end of the window, where a 0 stands.
  ///   - isFinal: whether the file ends there.
  /// - Returns: the cell, and what ended it.
  @inline(__always)
  func cell(at start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, isFinal: Bool) -> Cell {
    if start[0] == quote { return quotedCell(at: start, end: end, isFinal: isFinal) }
    let stop = endOfUnquoted(from: start)
    return closing(
      Cell(start: start, end: stop, next: stop, terminator: .endOfWindow), at: stop, end: end,
      isFinal: isFinal)
  }

  /// The delimiter, line end or 0 that ends a cell which does not begin with a quote.
  ///
  /// Eight bytes are looked at together: a byte below 14, among which are line ends and 0, borrows when 14 is
  /// taken off, and so does one that is equal to the delimiter when 1 is taken off the difference. The lowest
  /// byte that borrows is certain; those above it may be for its sake.
  @inline(__always)
  func endOfUnquoted(from start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var cursor = start
    while true {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(cursor).loadUnaligned(as: UInt64.self))
      let difference = word ^ (ones &* UInt64(delimiter))
      let found =
        ((word &- ones &* 14) & ~word | (difference &- ones) & ~difference) & (ones << 7)
      guard found != 0 else {
        cursor += 8
        continue
      }
      cursor += found.trailingZeroBitCount / 8
      let byte = cursor[0]
      if byte == delimiter || byte == lineFeed || byte == carriageReturn || byte == 0 {
        return cursor
      }
      cursor += 1
    }
  }

  @inline(never)
  private func quotedCell(
    at start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, isFinal: Bool
  ) -> Cell {
    var cell = Cell(
      start: start + 1, end: start + 1, next: start, terminator: .endOfWindow, isQuoted: true)
    var cursor = start + 1
    while true {
      switch cursor[0] {
      case quote where cursor[1] == quote:
        cell.needsUnquoting = true
        cursor += 2
      case quote:
        if cursor + 1 == end, !isFinal { return cell }
        let stop = endOfUnquoted(from: cursor + 1)
        if stop > cursor + 1 { cell.needsUnquoting = true }
        cell.end = cell.needsUnquoting ? stop : cursor
        if cell.needsUnquoting { cell.start = start }
        return closing(cell, at: stop, end: end, isFinal: isFinal)
      case lineFeed:
        cell.lineBreaks += 1
        cursor += 1
      case carriageReturn:
        if cursor[1] != lineFeed { cell.lineBreaks += 1 }
        cursor += 1
      case 0:
        cell.terminator =
          cursor < end ? .nulByte : isFinal ? .unterminatedQuote : .endOfWindow
        return cell
      default:
        cursor += 1
      }
    }
  }

  /// Completes a cell whose text ends at `stop`.
  @inline(__always)
  private func closing(
    _ cell: Cell, at stop: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>, isFinal: Bool
  ) -> Cell {
    var cell = cell
    switch stop[0] {
    case delimiter:
      cell.terminator = .delimiter
      cell.next = stop + 1
    case lineFeed:
      cell.terminator = .lineBreak
      cell.next = stop + 1
    case carriageReturn:
      // A line feed may follow in the next window.
      cell.terminator = stop + 1 == end && !isFinal ? .endOfWindow : .lineBreak
      cell.next = stop + (stop[1] == lineFeed ? 2 : 1)
    default:
      cell.terminator = stop < end ? .nulByte : isFinal ? .endOfFile : .endOfWindow
      cell.next = stop
    }
    return cell
  }

  /// Writes the text of a cell that needs it to `scratch`, less the quotes that are no text.
  static func unquote(_ cell: Cell, into scratch: inout [UInt8]) {
    scratch.removeAll(keepingCapacity: true)
    var cursor = cell.start + 1
    while cursor < cell.end {
      if cursor[0] == quote {
        cursor += 1
        guard cursor < cell.end, cursor[0] == quote else { break }
      }
      scratch.append(cursor[0])
      cursor += 1
    }
    if cursor < cell.end {
      scratch.append(contentsOf: UnsafeBufferPointer(start: cursor, count: cell.end - cursor))
    }
  }
}

let quote = UInt8(ascii: "\"")
let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
let space = UInt8(ascii: " ")
