import CKernels
import Foundation
import NeuralEngine
import Testing

@Suite struct RandomTests {
  /// The known answers published with Philox 4x32-10: the cipher of zeros, and of ones.
  @Test func meetsThePublishedAnswers() {
    func block(_ stream: ck_stream, _ position: UInt32) -> [UInt32] {
      var words: [UInt32] = [0, 0, 0, 0]
      var stream = stream
      ck_random_block(&stream, position, &words)
      return words
    }
    #expect(
      block(ck_stream(seed: 0, purpose: 0, index: 0), 0) == [
        0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8,
      ])
    #expect(
      block(ck_stream(seed: .max, purpose: .max, index: .max), .max) == [
        0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd,
      ])
  }

  @Test func drawsDependOnSeedPurposeAndIndexAlone() {
    func draws(_ seed: UInt64, _ purpose: RandomPurpose, _ index: UInt64) -> [UInt64] {
      var random = CounterRandom(seed: seed, purpose: purpose, index: index)
      return (0..<5).map { _ in random.next() }
    }
    #expect(draws(1, .shuffle, 2) == draws(1, .shuffle, 2))
    #expect(
      Set([
        draws(1, .shuffle, 2), draws(2, .shuffle, 2), draws(1, .split, 2), draws(1, .shuffle, 3),
      ]).count == 4)
  }

  @Test func purposesKeepTheirNumbers() {
    #expect(
      RandomPurpose.allCases.map(\.rawValue) == [1, 2, 3, 4, 5, 7, 8])
  }

  @Test(arguments: [0, 1, 2, 3, 100, 1000])
  func permutationsHoldEveryRowOnce(_ count: Int) {
    let order = permutation(count: count, seed: 5, epoch: 3)
    #expect(order.sorted() == (0..<Int32(count)).map { $0 })
    #expect(order == permutation(count: count, seed: 5, epoch: 3))
    if count > 3 {
      #expect(order != permutation(count: count, seed: 5, epoch: 4))
      #expect(order != permutation(count: count, seed: 6, epoch: 3))
    }
  }

  @Test func permutationsOfFourAreEquallyLikely() {
    var counts: [[Int32]: Int] = [:]
    for epoch in 0..<24_000 {
      counts[permutation(count: 4, seed: 1, epoch: epoch), default: 0] += 1
    }
    #expect(counts.count == 24)
    // Chi-square with 23 degrees of freedom: above 58 with probability 1e-4.
    let statistic = counts.values.reduce(0.0) { $0 + Double(($1 - 1000) * ($1 - 1000)) / 1000 }
    #expect(statistic < 58)
  }

  @Test func boundedDrawsStayBelow() {
    var random = CounterRandom(seed: 3, purpose: .sample)
    for bound in [1, 2, 3, 1 << 31, UInt32.max] {
      #expect((0..<100).allSatisfy { _ in random.next(below: bound) < bound })
    }
  }

  /// The fourth moment is 3 for a whole normal, 2.06 for one cut at two deviations.
  @Test func normalDrawsHaveTheirTails() {
    let count = 40_000
    func draws(_ count: Int) -> [Float] {
      var stream = ck_stream(seed: 3, purpose: 1, index: 2)
      var values = [Float](repeating: 0, count: count)
      ck_normal(&values, count, &stream)
      return values
    }
    let values = draws(count).map(Double.init)
    func moment(_ power: Double) -> Double {
      values.reduce(0) { $0 + pow($1, power) } / Double(count)
    }
    // Five standard errors: the moments of twice the order less their squares, over the count.
    let error = 5 / Double(count).squareRoot()
    #expect(abs(moment(1)) < error)
    #expect(abs(moment(2) - 1) < 2.0.squareRoot() * error)
    #expect(abs(moment(4) - 3) < 96.0.squareRoot() * error)
    for size in oddSizes { #expect(draws(size) == Array(draws(count).prefix(size))) }
  }

  @Test(arguments: KernelLevel.all)
  func dropoutKeepsWhatTheStreamSays(_ level: KernelLevel) {
    for size in oddSizes + [4000] {
      var draws = Draws(size)
      let input = draws.floats(size)
      var dropout = ck_dropout(
        stream: ck_stream(seed: 9, purpose: 3, index: 7), first: 2, threshold: 1 << 30,
        scale: 4.0 / 3)
      func run(_ kernels: ck_kernels) -> [Float] {
        var output = [Float](repeating: 5, count: size)
        kernels.dropout(&output, input, size, &dropout)
        return output
      }
      let output = run(level.kernels)
      #expect(output == run(KernelLevel.naive))
      if size == 4000 {
        let dropped = output.count { $0 == 0 }
        #expect((850...1150).contains(dropped))  // 1000 expected, deviation 27
      }
    }
  }
}
