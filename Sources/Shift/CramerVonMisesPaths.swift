/// The exact probability of a Cramer-von Mises statistic at least as large as the one observed.
///
/// Merging samples of n and m values walks from (0, 0) to (n, m), all paths equally likely, and the
/// statistic is the sum of the squared gaps `(i m - j n)^2` along it. How often each sum occurs is
/// counted for paths of half the length only; two such halves, the second walked backwards, make a
/// path. Xiao, Gordon and Yakovlev, Journal of Statistical Software 17/8 (2006), count whole paths.
///
/// - Parameters:
///   - n: The size of one sample, from 1 to about 20.
///   - m: The size of the other.
///   - rankDistance: The statistic times `n m (n + m)^2`; with ties between whole sums.
/// - Returns: The share of paths whose sum is at least as large, rounded down to a whole one.
func cramerVonMisesTail(n: Int, m: Int, rankDistance: Double) -> Double {
  let divisor = greatestCommonDivisor(n, m)
  let (a, b) = (m / divisor, n / divisor)
  // Twelve times the distance is whole.
  let twelfths = Int((12 * rankDistance).rounded())
  let threshold = twelfths / (12 * divisor * divisor)
  let half = (n + m) / 2

  // Of the paths to (i, length - i), by i: how many have each sum.
  var sums = [PathSums(values: [0], counts: [1])]
  var halves = sums
  for length in 1...max(n + m - half, 1) {
    sums = (0...min(length, n)).map { i in
      let j = length - i
      guard j <= m else { return PathSums() }
      let fromLeft = i > 0 ? sums[i - 1] : PathSums()
      let fromBelow = j > 0 && i < sums.count ? sums[i] : PathSums()
      let gap = i * a - j * b
      return fromLeft.merged(with: fromBelow, adding: gap * gap)
    }
    if length == half { halves = sums }
  }

  var reaching = 0.0
  for i in max(0, half - m)...min(half, n) {
    let gap = i * a - (half - i) * b
    // The gap where the halves meet is in both.
    reaching += halves[i].pairs(with: sums[n - i], reaching: threshold + gap * gap)
  }
  let paths = (1...m).reduce(1.0) { ($0 * Double(n + $1) / Double($1)).rounded() }
  return min(reaching / paths, 1)
}

/// How many paths have each sum of squared gaps.
private struct PathSums {
  /// The sums, ascending.
  var values: [Int] = []

  /// How many paths have each.
  var counts: [Double] = []

  /// The paths of both, after a step that adds the same to each.
  func merged(with other: PathSums, adding square: Int) -> PathSums {
    var merged = PathSums()
    merged.values.reserveCapacity(values.count + other.values.count)
    merged.counts.reserveCapacity(values.count + other.values.count)
    var (i, j) = (0, 0)
    while i < values.count || j < other.values.count {
      let left = i < values.count ? values[i] : .max
      let right = j < other.values.count ? other.values[j] : .max
      var count = 0.0
      if left <= right {
        count += counts[i]
        i += 1
      }
      if right <= left {
        count += other.counts[j]
        j += 1
      }
      merged.values.append(min(left, right) + square)
      merged.counts.append(count)
    }
    return merged
  }

  /// How many pairs of a path here and one there have together a sum at or above a threshold.
  func pairs(with other: PathSums, reaching threshold: Int) -> Double {
    var pairs = 0.0
    var reaching = 0.0
    var place = other.values.count
    for (value, count) in zip(values, counts) {
      while place > 0, value + other.values[place - 1] >= threshold {
        place -= 1
        reaching += other.counts[place]
      }
      pairs += count * reaching
    }
    return pairs
  }
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  b == 0 ? a : greatestCommonDivisor(b, a % b)
}
