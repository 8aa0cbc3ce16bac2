import SeededRandom
import Testing

@testable import Datasets

/// Rows are divided without loss, by class, by chance or by place.
@Suite struct SplitTests {
  private func expectDivision(
    _ split: (kept: [Int], heldOut: [Int]), of count: Int, heldOut: Int
  ) {
    #expect((split.kept + split.heldOut).sorted() == Array(0..<count))
    #expect(split.heldOut.count == heldOut)
    #expect(split.kept == split.kept.sorted() && split.heldOut == split.heldOut.sorted())
  }

  @Test(arguments: [
    (10, 0.1, 1), (100, 0.1, 10), (7, 0.1, 1), (1, 0.5, 0), (0, 0.5, 0), (5, 0, 0), (2, 0.9, 1),
    (3, 0.999, 2), (10, 0.3, 3),
  ])
  func theShareIsExact(count: Int, share: Double, heldOut: Int) {
    var generator = SeededGenerator(seed: 1)
    expectDivision(
      Split.random(count: count, share: share, using: &generator), of: count, heldOut: heldOut)
    expectDivision(Split.tail(count: count, share: share), of: count, heldOut: heldOut)
    expectDivision(
      Split.stratified(
        labels: (0..<count).map { Int32($0 % 3) }, share: share, using: &generator),
      of: count, heldOut: heldOut)
  }

  @Test func theTailIsTheEnd() {
    #expect(Split.tail(count: 7, share: 0.3).heldOut == [4, 5, 6])
  }

  @Test func classesGiveTheirShare() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<200 {
      let sizes = (0..<Int.random(in: 1...6, using: &generator))
        .map { _ in Int.random(in: 1...40, using: &generator) }
      let labels = sizes.indices.flatMap { Array(repeating: Int32($0), count: sizes[$0]) }
        .shuffled(using: &generator)
      let share = Double.random(in: 0..<0.5, using: &generator)
      let split = Split.stratified(labels: labels, share: share, using: &generator)
      let total = split.heldOut.count
      expectDivision(split, of: labels.count, heldOut: total)
      for (label, size) in sizes.enumerated() {
        let given = split.heldOut.count { labels[$0] == Int32(label) }
        let exact = Double(size) * Double(total) / Double(labels.count)
        let singles = sizes.count { $0 == 1 }
        #expect(given <= Int(exact.rounded(.down)) + 1 + singles)
        if size > 1, singles == 0 { #expect(given >= Int(exact.rounded(.down))) }
        if size > 1 { #expect(given < size, "class \(label) keeps a row") }
      }
    }
  }

  @Test func theGeneratorDecides() {
    let labels = (0..<50).map { Int32($0 % 2) }
    func heldOut(_ seed: UInt64) -> [Int] {
      var generator = SeededGenerator(seed: seed)
      return Split.stratified(labels: labels, share: 0.2, using: &generator).heldOut
    }
    #expect(heldOut(1) == heldOut(1))
    #expect(heldOut(1) != heldOut(2))
  }

  @Test func classesOfOneRowAreTakenWhenNothingElseIsLeft() {
    var generator = SeededGenerator(seed: 3)
    let split = Split.stratified(labels: (0..<10).map(Int32.init), share: 0.2, using: &generator)
    expectDivision(split, of: 10, heldOut: 2)
  }
}

extension SplitTests {
  /// Only so many rows are put in their place, and what is drawn for them and after them is the same.
  @Test func theFirstRowsShuffledAreThoseOfAShuffle() {
    for count in [0, 1, 2, 9, 100] {
      var generator = SeededGenerator(seed: UInt64(count))
      var other = generator
      let rows = (0..<20).map { 3 * $0 }
      let expected = Array(rows.shuffled(using: &other).prefix(count))
      #expect(Array(Split.firstShuffled(count, of: rows, using: &generator)) == expected)
      #expect(generator.next() == other.next())
    }
  }
}
