import SeededRandom
import Testing

@testable import Datasets

@Suite struct OrderStatisticTests {
  /// Orders that files come in, and those that a poor choice of pivots would be slow with.
  private static func values(_ count: Int) -> [String: [Double]] {
    var random = SeededGenerator(seed: 7)
    let drawn = (0..<count).map { _ in Double.random(in: -1...1, using: &random) }
    return [
      "drawn": drawn, "ascending": drawn.sorted(), "descending": drawn.sorted(by: >),
      "few levels": drawn.map { ($0 * 3).rounded() }, "one": drawn.map { _ in 0.5 },
      "up and down": (0..<count).map { Double(min($0, count - $0)) },
      "far apart": drawn.map { $0 * .greatestFiniteMagnitude },
      "tiny": drawn.map { $0 * 100 * .leastNonzeroMagnitude },
    ]
  }

  @Test(arguments: [1, 2, 63, 64, 65, 100, 1_001])
  func areThoseOfTheSortedValues(count: Int) {
    for (name, values) in Self.values(count) {
      let sorted = values.sorted()
      for place in Set([0, 1, count / 4, count / 2, count - 2, count - 1]) {
        guard sorted.indices.contains(place) else { continue }
        let value = OrderStatistic.of(values, place: place)
        #expect(value == sorted[place], "\(name), \(place)")
        guard place + 1 < count else { continue }
        let next = OrderStatistic.next(after: value, of: values, place: place)
        #expect(next == sorted[place + 1], "\(name), behind \(place)")
      }
    }
  }
}
