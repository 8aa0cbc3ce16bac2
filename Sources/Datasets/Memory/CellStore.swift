/// Room for the cells of a column, which are written in any order and become an array without a copy.
struct CellStore<Cell: BitwiseCopyable> {
  /// As many as there is room for, whether they have been written or not.
  private var cells: [Cell] = []

  var capacity: Int { cells.count }

  /// Makes room for so many cells, keeping those there are.
  mutating func grow(to capacity: Int) {
    guard capacity > cells.count else { return }
    let old = cells
    // What is not written here is written before anybody reads it.
    cells = Array(count: capacity) { buffer in
      old.withUnsafeBufferPointer { _ = buffer.update(fromContentsOf: $0) }
    }
  }

  /// Writes cells that there is room for.
  mutating func write<Failure: Error>(
    _ count: Int, at row: Int, _ body: (UnsafeMutableBufferPointer<Cell>) throws(Failure) -> Void
  ) throws(Failure) {
    try cells.withUnsafeMutableBufferPointer { (buffer) throws(Failure) in
      try body(UnsafeMutableBufferPointer(rebasing: buffer[row..<row + count]))
    }
  }

  /// The first cells, all of which have been written; the store is empty afterwards.
  mutating func take(_ count: Int) -> [Cell] {
    var taken: [Cell] = []
    swap(&taken, &cells)
    taken.removeLast(taken.count - count)
    return taken
  }
}
