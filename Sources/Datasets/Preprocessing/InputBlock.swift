/// Where the inputs of one column stand: a run of each row of a matrix, which is 0 before it is written.
struct InputBlock {
  /// The inputs of all rows, row-major.
  let matrix: UnsafeMutableBufferPointer<Float>

  /// The place of the first input within a row.
  let offset: Int

  /// The number of inputs of a row.
  let width: Int

  /// An input of a row.
  subscript(row: Int, input: Int) -> Float {
    get { matrix[row * width + offset + input] }
    nonmutating set { matrix[row * width + offset + input] = newValue }
  }

  /// The inputs of each row from one on.
  func dropping(_ inputs: Int) -> InputBlock {
    InputBlock(matrix: matrix, offset: offset + inputs, width: width)
  }
}

/// How many cells of a column are not in the inputs as they are in the file.
struct CellCounts: Equatable {
  /// Cells that were cut at deviations after scaling.
  var clipped = 0

  /// Cells that were cut at the column's limits before scaling.
  var limited = 0

  /// Cells with a category that did not occur in fitting.
  var unseen = 0
}
