/// Where the hot loop puts the cells of a column, by row.
///
/// Pointers alone: counting references for every cell takes longer than finding a category does.
struct CellTarget {
  /// Where numbers go; nil when the column takes none.
  var numbers: UnsafeMutablePointer<Double>?
  /// Where categories go; nil when the column takes none.
  var codes: UnsafeMutablePointer<Int32>?
  /// The levels of the column, as far as they are known.
  var levels: LevelLookup

  /// Reads a category without quotes, and puts it in its row.
  ///
  /// - Parameters:
  ///   - place: where the cell begins.
  ///   - row: the row.
  ///   - end: what has to stand behind it.
  ///   - tokenizer: finds that.
  /// - Returns: where `end` stands; nil when the general way has to decide, as for a new category.
  @inline(__always)
  func take(
    _ place: UnsafePointer<UInt8>, row: Int, before end: UInt8, _ tokenizer: Tokenizer
  ) -> UnsafePointer<UInt8>? {
    guard let codes, place[0] != quote else { return nil }
    let stop = tokenizer.endOfUnquoted(from: place)
    guard stop[0] == end else { return nil }
    let code = levels.code(of: place, count: stop - place)
    // What stands for nothing is never among the levels.
    guard code >= 0 || UnsafeBufferPointer(start: place, count: stop - place).isMissing else {
      return nil
    }
    codes[row] = code
    return stop
  }
}
