import CKernels
import Testing

@Suite struct MatrixKernelTests {
  @Test(arguments: KernelLevel.all, [16, 32, 48, 80])
  func productMeetsTheNaiveTwin(_ level: KernelLevel, _ columns: Int) {
    for rows in oddSizes.dropLast() {
      for depth in [1, 2, 3, 7, 8, 17, 65] {
        for isTransposed in [false, true] {
          var draws = Draws(rows * 1000 + depth)
          let a = draws.floats(rows * depth)
          let b = draws.floats(depth * columns)
          let bias = draws.floats(columns)
          for (hasBias, relu) in [(false, false), (true, true)] {
            func run(_ kernels: ck_kernels) -> [Float] {
              var c = [Float](repeating: .nan, count: rows * columns)
              a.withUnsafeBufferPointer { a in
                b.withUnsafeBufferPointer { b in
                  bias.withUnsafeBufferPointer { bias in
                    c.withUnsafeMutableBufferPointer { c in
                      guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress
                      else { return }
                      var product = ck_product(
                        rows: rows, columns: columns, depth: depth, a: a,
                        a_row: isTransposed ? 1 : depth, a_column: isTransposed ? rows : 1, b: b,
                        b_row: columns, c: c, c_row: columns,
                        bias: hasBias ? bias.baseAddress : nil, relu: relu ? 1 : 0)
                      kernels.product(&product)
                    }
                  }
                }
              }
              return c
            }
            let worst = zip(run(level.kernels), run(KernelLevel.naive)).map { abs($0 - $1) }.max()
            #expect((worst ?? .nan) < 2e-6 * Float(depth) + 1e-6, "\(rows)x\(depth)")
          }
        }
      }
    }
  }

  @Test(arguments: KernelLevel.all)
  func transposesAndPads(_ level: KernelLevel) {
    for rows in oddSizes.dropLast() {
      for columns in [1, 3, 15, 16, 17, 33] {
        var draws = Draws(rows + columns)
        let row = (columns + 15) / 16 * 16
        let targetRow = (rows + 15) / 16 * 16
        let source = draws.floats(rows * row)
        func run(_ kernels: ck_kernels) -> [Float] {
          var target = [Float](repeating: 5, count: columns * targetRow)
          kernels.transpose(&target, targetRow, source, row, rows, columns)
          return target
        }
        #expect(run(level.kernels) == run(KernelLevel.naive))
      }
    }
  }

  @Test(arguments: KernelLevel.all)
  func sumsColumns(_ level: KernelLevel) {
    for rows in oddSizes {
      for columns in oddSizes {
        var draws = Draws(rows + columns)
        let matrix = draws.floats(rows * columns)
        func run(_ kernels: ck_kernels) -> [Float] {
          var sums = [Float](repeating: 5, count: columns)
          kernels.column_sums(&sums, matrix, columns, rows, columns)
          return sums
        }
        let worst = zip(run(level.kernels), run(KernelLevel.naive)).map { abs($0 - $1) }.max()
        #expect((worst ?? .nan) < 1e-6 * Float(rows))
      }
    }
  }

  @Test(arguments: KernelLevel.all)
  func gathersRowsAndNothingElse(_ level: KernelLevel) {
    for width in oddSizes {
      var draws = Draws(width)
      let source = draws.floats(10 * width)
      let rows: [Int32] = [9, 0, 3, 3, 8]
      var target = [Float](repeating: 7, count: 6 * width)
      level.kernels.gather_rows(&target, source, rows, rows.count, width)
      let expected = rows.flatMap { source[Int($0) * width..<(Int($0) + 1) * width] }
      #expect(target == expected + [Float](repeating: 7, count: width))
    }
  }

  @Test(arguments: KernelLevel.all)
  func countsZeros(_ level: KernelLevel) {
    for size in oddSizes {
      let values = (0..<size).map { (index: Int) -> Float in
        if index % 3 > 0 { return Float(index) }
        return index % 2 == 0 ? 0 : -0.0
      }
      #expect(level.kernels.count_zeros(values, size) == (size + 2) / 3)
    }
  }
}
