/// What stands between two cells of a row.
public enum Delimiter: String, Sendable, CaseIterable, Codable {
  /// `,`
  case comma
  /// A tab character.
  case tab
  /// `;`; a number may then have a decimal comma.
  case semicolon

  /// The character's code.
  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .tab: UInt8(ascii: "\t")
    case .semicolon: UInt8(ascii: ";")
    }
  }

  /// Finds the delimiter of a file by its first lines.
  ///
  /// Each candidate cuts up to 50 records into cells, with quotes respected. The candidate wins
  /// that gives most records as many cells as the header, then the one with more cells, then the
  /// earlier of comma, tab, semicolon. One that does not cut the header is no candidate; when none
  /// does, the file has one column and the answer is a comma.
  ///
  /// - Parameters:
  ///   - start: the first byte of the header.
  ///   - end: the end of the bytes at hand, where a 0 stands.
  ///   - isFinal: whether they are the whole file; otherwise the last record is left out.
  /// - Returns: the delimiter.
  static func detect(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, isFinal: Bool
  ) -> Delimiter {
    var best = (delimiter: comma, share: 0.0, cells: 1)
    for candidate in allCases {
      let counts = cellCounts(
        from: start, to: end, isFinal: isFinal, tokenizer: Tokenizer(delimiter: candidate))
      guard let header = counts.first, header > 1 else { continue }
      let agreeing = counts.reduce(0) { $0 + ($1 == header ? 1 : 0) }
      let share = Double(agreeing) / Double(counts.count)
      if share > best.share || (share == best.share && header > best.cells) {
        best = (candidate, share, header)
      }
    }
    return best.delimiter
  }

  private static func cellCounts(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, isFinal: Bool,
    tokenizer: Tokenizer
  ) -> [Int] {
    var counts: [Int] = []
    var cells = 0
    var cursor = tokenizer.skippingBlankLines(
      from: start, to: end, isFinal: isFinal
    ).cursor
    while counts.count < 50, cursor < end || cells > 0 {
      let cell = tokenizer.cell(at: cursor, end: end, isFinal: isFinal)
      cursor = cell.next
      switch cell.terminator {
      case .delimiter: cells += 1
      case .lineBreak, .endOfFile:
        counts.append(cells + 1)
        cells = 0
        cursor =
          tokenizer.skippingBlankLines(
            from: cursor, to: end, isFinal: isFinal
          ).cursor
        if cell.terminator == .endOfFile { return counts }
      case .endOfWindow, .nulByte, .unterminatedQuote:
        // The header counts even when it is all there is to see.
        if counts.isEmpty { counts.append(cells + 1) }
        return counts
      }
    }
    return counts
  }
}
