import Foundation

/// A square matrix times a power of e, so that high powers neither overflow nor vanish.
struct ScaledMatrix {
  /// The number of rows.
  let size: Int

  /// The natural logarithm of the factor in front.
  private(set) var logScale = 0.0

  // [size, size], row-major
  private var entries: [Double]

  /// Creates a matrix of zeros.
  init(size: Int) {
    self.size = size
    entries = [Double](repeating: 0, count: size * size)
  }

  subscript(row: Int, column: Int) -> Double {
    get { entries[row * size + column] }
    set { entries[row * size + column] = newValue }
  }

  /// The matrix multiplied by itself, `exponent` times in all, by repeated squaring.
  func raised(to exponent: Int) -> ScaledMatrix {
    var result = ScaledMatrix(size: size)
    for row in 0..<size { result[row, row] = 1 }
    var square = self
    var rest = exponent
    while true {
      if rest & 1 == 1 { result = result.multiplied(by: square) }
      rest >>= 1
      if rest == 0 { return result }
      square = square.multiplied(by: square)
    }
  }

  private func multiplied(by other: ScaledMatrix) -> ScaledMatrix {
    var product = ScaledMatrix(size: size)
    product.logScale = logScale + other.logScale
    product.entries.withUnsafeMutableBufferPointer { product in
      for row in 0..<size {
        for inner in 0..<size {
          let factor = entries[row * size + inner]
          if factor == 0 { continue }
          for column in 0..<size {
            product[row * size + column] += factor * other.entries[inner * size + column]
          }
        }
      }
    }
    let largest = product.entries.max() ?? 0
    if largest > 1e100 {
      for index in product.entries.indices { product.entries[index] /= largest }
      product.logScale += log(largest)
    }
    return product
  }
}
