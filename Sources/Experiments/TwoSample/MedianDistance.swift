import Datasets
import NeuralEngine

extension DenseMatrix {
  /// The median of the distances between rows, those at no distance left out; 1 without any.
  ///
  /// Of more than 1,000 rows, so many are drawn.
  func medianDistance(seed: UInt64) -> Float {
    var random = CounterRandom(seed: seed, purpose: .sample, index: 2)
    let drawn = selecting(RowDraw.rows(of: rows, limit: 1000, using: &random))
    let squares = drawn.squaredDistances()
    var distances: [Float] = []
    for row in 0..<drawn.rows {
      squares.withRow(row) { distances += $0[..<row].lazy.filter { $0 > 0 } }
    }
    guard !distances.isEmpty else { return 1 }
    distances.sort()
    let middle = distances.count / 2
    let upper = distances[middle].squareRoot()
    return distances.count.isMultiple(of: 2)
      ? (distances[middle - 1].squareRoot() + upper) / 2 : upper
  }

  /// The squared distances between all rows: `|x|^2 + |y|^2 - 2 x y`, made on all processors.
  func squaredDistances() -> DenseMatrix {
    let transposed = DenseMatrix(rows: columns, columns: rows)
    for row in 0..<rows {
      withRow(row) { values in
        for (column, value) in values.enumerated() { transposed[column, row] = value }
      }
    }
    let norms = (0..<rows).map { row in withRow(row) { $0.reduce(0) { $0 + $1 * $1 } } }
    let result = DenseMatrix(rows: rows, columns: rows)
    _ = chunks(of: rows).concurrentMap(work: .max) { chunk in
      let products = times(transposed, rows: chunk)
      for (place, row) in chunk.enumerated() {
        products.withRow(place) { products in
          result.withRow(row) { result in
            for other in result.indices {
              let sum = norms[row] + norms[other]
              let square = sum - 2 * products[other]
              // What is left of equal rows is rounding.
              result[other] = square > sum * 1e-5 ? square : 0
            }
          }
        }
      }
    }
    return result
  }
}

/// Runs of rows, a piece of work each: the same on any number of processors.
func chunks(of rows: Int) -> [Range<Int>] {
  stride(from: 0, to: rows, by: 256).map { $0..<min($0 + 256, rows) }
}
