import NeuralEngine

extension DenseMatrix {
  /// The inverse of this matrix, symmetric and positive, with `ridge` added to its diagonal.
  ///
  /// By its Cholesky factor U, of which S = U'U: the inverse is `T'T` with `U'T = 1`. All loops go along
  /// rows.
  func inverse(ridge: Double) -> DenseMatrix {
    let size = rows
    var factor = (0..<size).map { row in withRow(row) { $0.map(Double.init) } }
    for row in factor.indices { factor[row][row] += ridge }
    for pivot in 0..<size {
      let scale = 1 / max(factor[pivot][pivot], ridge * 1e-3).squareRoot()
      for column in pivot..<size { factor[pivot][column] *= scale }
      for row in pivot + 1..<max(size, pivot + 1) {
        Self.subtract(factor[pivot][row], times: factor[pivot], from: &factor[row], in: row..<size)
      }
    }
    var inverse = (0..<size).map { row in
      (0..<size).map { $0 == row ? 1.0 : 0.0 }
    }
    let result = DenseMatrix(rows: size, columns: size)
    for row in 0..<size {
      for above in 0..<row {
        Self.subtract(
          factor[above][row], times: inverse[above], from: &inverse[row], in: 0..<above + 1)
      }
      for column in 0...row { inverse[row][column] /= factor[row][row] }
      result.withRow(row) { values in
        for column in values.indices { values[column] = Float(inverse[row][column]) }
      }
    }
    return result.transposedTimes(result, rows: 0..<size)
  }

  private static func subtract(
    _ share: Double, times row: [Double], from other: inout [Double], in places: Range<Int>
  ) {
    guard share != 0 else { return }
    row.withUnsafeBufferPointer { row in
      other.withUnsafeMutableBufferPointer { other in
        for place in places { other[place] -= share * row[place] }
      }
    }
  }
}
