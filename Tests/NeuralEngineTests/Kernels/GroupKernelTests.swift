import CKernels
import Testing

@Suite struct GroupKernelTests {
  /// The weights behind the step, and the norm before it.
  static func run(
    _ kernels: ck_kernels, size: Int, strength: Float, hasBase: Bool, squares: Int
  ) -> (weights: [Float], norm: Double) {
    var draws = Draws(size)
    // Every third weight is a member, from the back.
    let members = (0..<size).map { Int32((size - 1 - $0) * 3) }
    var weights = draws.floats(size * 3)
    let base = draws.floats(size * 3)
    let means = draws.floats(size * 3, 0...4)
    var scratch = [Float](repeating: 7, count: 2 * size + 32)
    var norm = 0.0
    weights.withUnsafeMutableBufferPointer { weights in
      base.withUnsafeBufferPointer { base in
        means.withUnsafeBufferPointer { means in
          members.withUnsafeBufferPointer { members in
            scratch.withUnsafeMutableBufferPointer { scratch in
              guard let weights = weights.baseAddress, let members = members.baseAddress,
                let scratch = scratch.baseAddress
              else { return }
              var group = ck_group(
                n: size, members: members, weights: weights,
                base: hasBase ? base.baseAddress : nil,
                squares: squares > 0 ? means.baseAddress : nil, is_inside: squares > 1 ? 1 : 0,
                rate: 0.1, epsilon: 0.01, strength: strength, scratch: scratch)
              norm = kernels.group_norm(&group)
              kernels.group_shrink(&group)
            }
          }
        }
      }
    }
    return (weights, norm)
  }

  @Test(arguments: KernelLevel.all, [0, 0.3, 3, 12, 90] as [Float])
  func meetTheNaiveTwins(_ level: KernelLevel, _ strength: Float) {
    for size in oddSizes {
      for squares in 0..<3 {
        for hasBase in [false, true] {
          func run(_ kernels: ck_kernels) -> (weights: [Float], norm: Double) {
            GroupKernelTests.run(
              kernels, size: size, strength: strength, hasBase: hasBase, squares: squares)
          }
          let fast = run(level.kernels)
          let naive = run(KernelLevel.naive)
          #expect(abs(fast.norm - naive.norm) < 1e-5 * (1 + naive.norm))
          let worst = zip(fast.weights, naive.weights).map { abs($0 - $1) }.max() ?? 0
          #expect(worst < 2e-5, "\(size) \(squares)")
        }
      }
    }
  }
}
