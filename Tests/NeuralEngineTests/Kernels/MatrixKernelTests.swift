import CKernels
import Testing

/// A product of drawn matrices, to be computed in several ways.
private struct DrawnProduct {
  let rows: Int, columns: Int, depth: Int
  var isTransposed = false
  var hasBias = false
  var relu = false
  var adds = false

  func run(_ kernels: ck_kernels, packs: Bool = false) -> [Float] {
    var draws = Draws(rows * 1000 + depth)
    let (a, b) = (draws.floats(rows * depth), draws.floats(depth * columns))
    let bias = draws.floats(columns)
    var c = adds ? draws.floats(rows * columns) : Array(repeating: .nan, count: rows * columns)
    var packed = [Float](repeating: .nan, count: packs ? Int(CK_PACKED_FLOATS) : 0)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        bias.withUnsafeBufferPointer { bias in
          packed.withUnsafeMutableBufferPointer { packed in
            c.withUnsafeMutableBufferPointer { c in
              guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress
              else { return }
              var product = ck_product(
                rows: rows, columns: columns, depth: depth, a: a,
                a_row: isTransposed ? 1 : depth, a_column: isTransposed ? rows : 1, b: b,
                b_row: columns, c: c, c_row: columns, bias: hasBias ? bias.baseAddress : nil,
                relu: relu ? 1 : 0, adds: adds ? 1 : 0, packed: packs ? packed.baseAddress : nil)
              kernels.product(&product)
            }
          }
        }
      }
    }
    return c
  }

  func expectMeetsTheNaiveTwin(_ level: KernelLevel) {
    let worst = zip(run(level.kernels), run(KernelLevel.naive)).map { abs($0 - $1) }.max()
    #expect((worst ?? .nan) < 2e-6 * Float(depth) + 1e-6, "\(self)")
  }
}

@Suite struct MatrixKernelTests {
  @Test(arguments: KernelLevel.all, [16, 32, 48, 80])
  func productMeetsTheNaiveTwin(_ level: KernelLevel, _ columns: Int) {
    for rows in oddSizes.dropLast() {
      for depth in [1, 2, 3, 7, 8, 17, 65] {
        for isTransposed in [false, true] {
          var product = DrawnProduct(
            rows: rows, columns: columns, depth: depth, isTransposed: isTransposed)
          product.expectMeetsTheNaiveTwin(level)
          (product.hasBias, product.relu) = (true, true)
          product.expectMeetsTheNaiveTwin(level)
          product.adds = true
          product.expectMeetsTheNaiveTwin(level)
        }
      }
    }
  }

  /// Copying blocks of the factors alters no bit, at sizes around those of a block.
  @Test(
    arguments: KernelLevel.all,
    [[64, 16, 192], [97, 528, 193], [3, 560, 400], [194, 48, 7], [9, 48, 1_200]])
  func packedProductsAreTheSame(_ level: KernelLevel, _ size: [Int]) {
    for isTransposed in [false, true] {
      for (hasBias, relu, adds) in [
        (false, false, false), (true, true, false), (false, false, true),
      ] {
        let product = DrawnProduct(
          rows: size[0], columns: size[1], depth: size[2], isTransposed: isTransposed,
          hasBias: hasBias, relu: relu, adds: adds)
        #expect(product.run(level.kernels, packs: true) == product.run(level.kernels))
        product.expectMeetsTheNaiveTwin(level)
      }
    }
  }

  @Test(arguments: KernelLevel.all, [[1, 1, 16], [7, 3, 32], [66, 19, 208], [130, 530, 400]])
  func productOfRowsMeetsTheNaiveTwin(_ level: KernelLevel, _ size: [Int]) {
    let (rows, columns, depth) = (size[0], size[1], size[2])
    let stride = (columns + 15) / 16 * 16
    var draws = Draws(rows + columns)
    let (a, b) = (draws.floats(rows * depth), draws.floats(columns * depth))
    var packed = [Float](repeating: .nan, count: Int(CK_PACKED_FLOATS))
    func run(_ kernels: ck_kernels, packs: Bool) -> [Float] {
      var c = [Float](repeating: .nan, count: rows * stride)
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          packed.withUnsafeMutableBufferPointer { packed in
            c.withUnsafeMutableBufferPointer { c in
              guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress
              else { return }
              var product = ck_product(
                rows: rows, columns: columns, depth: depth, a: a, a_row: depth, a_column: 1,
                b: b, b_row: depth, c: c, c_row: stride, bias: nil, relu: 0, adds: 0,
                packed: packs ? packed.baseAddress : nil)
              kernels.product_of_rows(&product)
            }
          }
        }
      }
      return c
    }
    let expected = run(KernelLevel.naive, packs: false)
    for packs in [false, true] {
      let worst = zip(run(level.kernels, packs: packs), expected).map { abs($0 - $1) }.max()
      #expect((worst ?? .nan) < 2e-6 * Float(depth) + 1e-6, "packs: \(packs)")
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
