import CKernels
import Testing

@Suite struct UpdateKernelTests {
  typealias Kernel =
    @convention(c) (
      UnsafePointer<ck_update>, UnsafeMutablePointer<ck_penalty_sums>?
    ) -> Void

  struct Rule: CustomStringConvertible, Sendable {
    let description: String
    let kernel: @Sendable (ck_kernels) -> Kernel
    let states: [Bool]
  }

  static let rules = [
    Rule(description: "sgd", kernel: { $0.sgd }, states: [false, false, false]),
    Rule(description: "momentum", kernel: { $0.momentum }, states: [true, false, false]),
    Rule(description: "nesterov", kernel: { $0.nesterov }, states: [true, false, false]),
    Rule(description: "adam", kernel: { $0.adam }, states: [true, true, false]),
    Rule(description: "amsgrad", kernel: { $0.amsgrad }, states: [true, true, true]),
    Rule(description: "rmsprop", kernel: { $0.rmsprop }, states: [false, true, false]),
    Rule(description: "rmsprop, momentum", kernel: { $0.rmsprop }, states: [true, true, false]),
    Rule(description: "adagrad", kernel: { $0.adagrad }, states: [false, true, false]),
    Rule(description: "nadam", kernel: { $0.nadam }, states: [true, true, false]),
    Rule(description: "lion", kernel: { $0.lion }, states: [true, false, false]),
  ]

  struct Pull: Sendable {
    var gradient: Float = 0
    var twiceL2: Float = 0
    var proximal: Float = 0
    var hasBase = false
  }

  static let pulls: [Pull?] = [
    nil, Pull(), Pull(gradient: 0.3, twiceL2: 0.2), Pull(proximal: 0.5),
    Pull(gradient: 0.3, hasBase: true), Pull(twiceL2: 0.2, proximal: 0.5, hasBase: true),
  ]

  /// Weights, state and sums after three steps on memory that starts at `offset`.
  struct Outcome {
    var arrays: [[Float]] = []
    var sums = ck_penalty_sums()
  }

  static func run(
    _ kernels: ck_kernels, _ rule: Rule, _ pull: Pull?, size: Int, offset: Int
  ) -> Outcome {
    var draws = Draws(size)
    func buffer(_ values: [Float]) -> UnsafeMutablePointer<Float> {
      let pointer = UnsafeMutablePointer<Float>.allocate(capacity: size + offset)
      pointer.initialize(repeating: 7, count: size + offset)
      (pointer + offset).update(from: values, count: size)
      return pointer
    }
    var initial = draws.floats(size)
    initial[size / 2] = 0
    let weights = buffer(initial)
    let gradients = buffer(draws.floats(size))
    let base = buffer(draws.floats(size))
    let states = rule.states.map { $0 ? buffer([Float](repeating: 0, count: size)) : nil }
    defer {
      for pointer in [weights, gradients, base] + states.compactMap({ $0 }) { pointer.deallocate() }
    }
    var outcome = Outcome()
    for turn in 0..<3 {
      var penalty = ck_penalty()
      if let pull {
        penalty = ck_penalty(
          gradient_l1: pull.gradient, twice_l2: pull.twiceL2, proximal_l1: pull.proximal,
          base: pull.hasBase ? UnsafePointer(base + offset) : nil)
      }
      withUnsafePointer(to: &penalty) { penalty in
        var update = ck_update(
          n: size, weights: weights + offset, gradients: UnsafePointer(gradients + offset),
          // The second of the turns has gradients of another shard besides.
          more_gradients: turn == 1 ? UnsafePointer(base + offset) : nil,
          first: states[0].map { $0 + offset }, second: states[1].map { $0 + offset },
          third: states[2].map { $0 + offset },
          rule: ck_rule(
            rate: 0.1, decay: 0.9, gain1: 0.1, gain2: 0.01, ahead1: 0.8, ahead2: 0.3,
            epsilon: 1e-7, weight_decay: 0.001),
          penalty: pull == nil ? nil : penalty)
        rule.kernel(kernels)(&update, &outcome.sums)
      }
    }
    outcome.arrays = ([weights] + states.compactMap { $0 }).map { pointer in
      if offset > 0 { #expect((0..<offset).allSatisfy { pointer[$0] == 7 }) }
      return (0..<size).map { pointer[offset + $0] }
    }
    return outcome
  }

  @Test(arguments: KernelLevel.all, rules)
  func meetsTheNaiveTwin(_ level: KernelLevel, _ rule: Rule) {
    for pull in UpdateKernelTests.pulls {
      for size in oddSizes + [1000] {
        let fast = UpdateKernelTests.run(level.kernels, rule, pull, size: size, offset: 0)
        let naive = UpdateKernelTests.run(KernelLevel.naive, rule, pull, size: size, offset: 0)
        for (array, expected) in zip(fast.arrays, naive.arrays) {
          let worst = zip(array, expected).map { abs($0 - $1) / max(1, abs($1)) }.max()
          #expect((worst ?? .nan) < 3e-6, "\(size)")
        }
        let bound = 1e-6 * (1 + naive.sums.squares)
        #expect(abs(fast.sums.absolute - naive.sums.absolute) < bound)
        #expect(abs(fast.sums.squares - naive.sums.squares) < bound)

        let shifted = UpdateKernelTests.run(level.kernels, rule, pull, size: size, offset: 3)
        #expect(shifted.arrays == fast.arrays, "the bits depend on the alignment")
        #expect(shifted.sums.absolute == fast.sums.absolute)
      }
    }
  }

  @Test(arguments: KernelLevel.all)
  func penaltySumsMeetTheNaiveTwin(_ level: KernelLevel) {
    for size in oddSizes {
      var draws = Draws(size)
      let weights = draws.floats(size)
      let base = draws.floats(size)
      var fast = ck_penalty_sums()
      var naive = ck_penalty_sums()
      level.kernels.penalty_sums(weights, base, size, &fast)
      KernelLevel.naive.penalty_sums(weights, base, size, &naive)
      level.kernels.penalty_sums(weights, nil, size, &fast)
      KernelLevel.naive.penalty_sums(weights, nil, size, &naive)
      #expect(abs(fast.absolute - naive.absolute) < 1e-9 * Double(size))
      #expect(abs(fast.squares - naive.squares) < 1e-9 * Double(size))
    }
  }
}
