import NeuralEngine
import SeededRandom
import Testing

@Suite struct DenseMatrixTests {
  private func random(_ rows: Int, _ columns: Int, seed: UInt64) -> DenseMatrix {
    var random = SeededGenerator(seed: seed)
    let matrix = DenseMatrix(rows: rows, columns: columns)
    for row in 0..<rows {
      for column in 0..<columns { matrix[row, column] = Float.random(in: -1...1, using: &random) }
    }
    return matrix
  }

  @Test(arguments: [(1, 1, 1), (7, 5, 3), (33, 17, 31), (5, 130, 2)])
  func productsAreThoseOfTheDefinition(rows: Int, depth: Int, columns: Int) {
    let left = random(rows, depth, seed: 1)
    let right = random(depth, columns, seed: 2)
    let part = rows / 3..<rows
    let product = left.times(right, rows: part)
    #expect(product.rows == part.count && product.columns == columns)
    for row in part {
      for column in 0..<columns {
        let expected = (0..<depth).reduce(0.0) {
          $0 + Double(left[row, $1]) * Double(right[$1, column])
        }
        #expect(abs(Double(product[row - part.lowerBound, column]) - expected) < 1e-4)
      }
    }
  }

  @Test(arguments: [(1, 1, 1), (9, 5, 3), (33, 17, 31)])
  func transposedProductsAreThoseOfTheDefinition(depth: Int, rows: Int, columns: Int) {
    let left = random(depth, rows, seed: 3)
    let right = random(depth, columns, seed: 4)
    let part = depth / 3..<depth
    let product = left.transposedTimes(right, rows: part)
    for row in 0..<rows {
      for column in 0..<columns {
        let expected = part.reduce(0.0) {
          $0 + Double(left[$1, row]) * Double(right[$1, column])
        }
        #expect(abs(Double(product[row, column]) - expected) < 1e-4)
      }
    }
  }

  @Test func addsTimesAFactor() {
    let sum = random(3, 5, seed: 5)
    let before = (0..<3).map { row in sum.withRow(row) { Array($0) } }
    let other = random(3, 5, seed: 6)
    sum.add(other, times: -2)
    for row in 0..<3 {
      for column in 0..<5 {
        #expect(sum[row, column] == before[row][column] - 2 * other[row, column])
      }
    }
  }
}
