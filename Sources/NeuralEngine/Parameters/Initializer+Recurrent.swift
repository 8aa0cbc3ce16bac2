extension Initializer {
  /// Rows of normal numbers, each made orthogonal to those above and of length 1: what a QR
  /// decomposition with a positive diagonal gives (Saxe et al., 2014).
  ///
  /// - Precondition: There are no more rows than columns.
  static func orthogonalRows(_ rows: Int, columns: Int, normal: [Float]) -> [Float] {
    var vectors = normal.map(Double.init)
    vectors.withUnsafeMutableBufferPointer { vectors in
      for row in 0..<rows {
        // Twice, so that what rounding leaves of the rows above goes too.
        for _ in 0..<2 {
          for above in 0..<row {
            var product = 0.0
            for column in 0..<columns {
              product += vectors[row * columns + column] * vectors[above * columns + column]
            }
            for column in 0..<columns {
              vectors[row * columns + column] -= product * vectors[above * columns + column]
            }
          }
        }
        var square = 0.0
        for column in 0..<columns {
          square += vectors[row * columns + column] * vectors[row * columns + column]
        }
        let length = square.squareRoot()
        for column in 0..<columns { vectors[row * columns + column] /= length }
      }
    }
    return vectors.map { Float($0) }
  }
}
