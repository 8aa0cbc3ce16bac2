import NeuralEngine
import Shift

/// Rows in folds that hold the same share of each sample, as near as may be, and never all of its rows.
struct Folds {
  /// So many, unless a sample has fewer rows: each fold has a row of each.
  private static let usual = 5

  /// The rows, fold by fold; within a fold in a random order.
  let order: [Int]

  /// The places of each fold in ``order``.
  let ranges: [Range<Int>]

  /// The pairs of a row of the reference and one of the current sample in each fold, over all pairs.
  private let shares: [Range<Int>: Double]

  /// Draws folds of a pooled sample.
  ///
  /// - Precondition: Both samples have two rows or more.
  init(_ sample: PooledSample, seed: UInt64) {
    self.init(sample.counts, seed: seed) { row in
      sample.inputs.withRow(row) { Self.hash($0) }
    }
  }

  /// Draws folds of rows, those of the reference first.
  ///
  /// - Parameters:
  ///   - counts: The rows of each sample.
  ///   - seed: What is drawn by.
  ///   - hash: The same number for rows that are the same.
  /// - Precondition: Both samples have two rows or more.
  init(_ counts: Paired<Int>, seed: UInt64, hash: (Int) -> UInt64) {
    var random = CounterRandom(seed: seed, purpose: .twoSampleTest)
    let rows = (0..<counts.reference + counts.current).shuffled(using: &random)
    let count = min(Self.usual, counts.reference, counts.current)
    var folds = Self.divide(rows, counts, into: count, together: Self.twins(of: rows, counts, hash))
    // Of a few rows, several groups may have come to one fold, which would leave the others nothing to learn from.
    let leavesNothing = folds.contains { members in
      let current = members.count { $0 >= counts.reference }
      return current == counts.current || members.count - current == counts.reference
    }
    if leavesNothing { folds = Self.divide(rows, counts, into: count, together: []) }
    var order: [Int] = []
    var ranges: [Range<Int>] = []
    var pairs: [Range<Int>: Double] = [:]
    for members in folds {
      let range = order.count..<order.count + members.count
      let currentMembers = members.count { $0 >= counts.reference }
      order += members.shuffled(using: &random)
      ranges.append(range)
      pairs[range] = Double(currentMembers * (members.count - currentMembers))
    }
    let all = pairs.values.reduce(0, +)
    self.order = order
    self.ranges = ranges
    shares = pairs.mapValues { all > 0 ? $0 / all : 1 / Double(count) }
  }

  /// The rows of each fold: groups in turn, and of the other rows of each sample as many to each as may be.
  private static func divide(
    _ rows: [Int], _ counts: Paired<Int>, into count: Int, together groups: [[Int]]
  ) -> [[Int]] {
    let single = Set(rows).subtracting(groups.joined())
    let reference = rows.filter { single.contains($0) && $0 < counts.reference }
    let current = rows.filter { single.contains($0) && $0 >= counts.reference }
    return (0..<count).map { fold in
      func own(_ rows: [Int]) -> ArraySlice<Int> {
        rows[rows.count * fold / count..<rows.count * (fold + 1) / count]
      }
      let together = stride(from: fold, to: groups.count, by: count).flatMap { groups[$0] }
      return own(reference) + own(current) + together
    }
  }

  /// The groups of equal rows, in the order of `rows`, that are better kept in one fold.
  ///
  /// A classifier that has learned a row's twin in the other sample puts the row on the wrong side: two
  /// copies of one file would be told apart far too badly. Where most rows have equals, as in tables of a
  /// few categories, they are what there is to learn from, and are not kept together; nor are large groups, and
  /// those that hold more than half of a sample.
  private static func twins(
    of rows: [Int], _ counts: Paired<Int>, _ hash: (Int) -> UInt64
  ) -> [[Int]] {
    var places: [UInt64: Int] = [:]
    var groups: [[Int]] = []
    for row in rows {
      // Rows that share a number by chance share a fold, and no more.
      let number = hash(row)
      if let place = places[number] {
        groups[place].append(row)
      } else {
        places[number] = groups.count
        groups.append([row])
      }
    }
    guard groups.count * 2 >= rows.count else { return [] }
    return groups.filter { group in
      let current = group.count { $0 >= counts.reference }
      return group.count > 1 && group.count <= max(2, rows.count / 100)
        && 2 * current <= counts.current && 2 * (group.count - current) <= counts.reference
    }
  }

  /// A number of some values, by FNV-1a.
  static func hash(_ values: some Sequence<Float>) -> UInt64 {
    values.reduce(0xcbf2_9ce4_8422_2325) {
      ($0 ^ UInt64(($1 + 0).bitPattern)) &* 0x100_0000_01b3
    }
  }

  /// What a fold counts in a mean over all.
  func share(of fold: Range<Int>) -> Double { shares[fold] ?? 0 }
}
