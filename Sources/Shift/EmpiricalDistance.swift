/// The distances between two empirical distribution functions, from one merge of the samples.
struct EmpiricalDistance {
  /// The largest distance between the functions, times the product of the sample sizes: exact.
  let largestGap: Int

  /// The area between the functions, which is the Wasserstein-1 distance; not finite when the
  /// samples hold infinities.
  let area: Double

  /// The area under the square of their distance, half of the squared energy distance; not finite
  /// when the samples hold infinities.
  let squaredArea: Double

  /// The two-sample Cramer-von Mises statistic times `n m (n + m)^2`.
  let rankDistance: Double

  /// Merges two samples, neither of them empty.
  ///
  /// Which sample has the next value cannot be foretold, so that no branch depends on it.
  init(_ reference: SortedSample, _ current: SortedSample) {
    let n = reference.values.count
    let m = current.values.count
    precondition(n > 0 && m > 0, "Distances need values in both samples, not \(n) and \(m)")
    let walk = reference.values.withUnsafeBufferPointer { a in
      current.values.withUnsafeBufferPointer { b in
        var walk = Walk(n: n, m: m, from: min(a[0], b[0]))
        var i = 0
        var j = 0
        while i < n && j < m {
          let (x, y) = (a[i], b[j])
          let value = x < y ? x : y
          let (firstI, firstJ) = (i, j)
          i += x <= y ? 1 : 0
          j += y <= x ? 1 : 0
          while i < n && a[i] == value { i += 1 }
          while j < m && b[j] == value { j += 1 }
          walk.step(to: value, reference: i - firstI, current: j - firstJ)
        }
        while i < n {
          let first = i
          repeat { i += 1 } while i < n && a[i] == a[first]
          walk.step(to: a[first], reference: i - first, current: 0)
        }
        while j < m {
          let first = j
          repeat { j += 1 } while j < m && b[j] == b[first]
          walk.step(to: b[first], reference: 0, current: j - first)
        }
        return walk
      }
    }
    largestGap = walk.largestGap
    area = walk.area
    squaredArea = walk.squaredArea
    rankDistance = walk.rankDistance
  }
}

/// The sums of a walk over the distinct values of two samples.
///
/// `gap` is the difference of the two functions times both sizes, a whole number: ties between the
/// samples are one step, so that it stands for the functions between two values.
private struct Walk {
  private let n: Int
  private let m: Int
  private let scale: Double
  private var last: Double
  private var gap = 0
  private var gapSquare = 0.0
  private var squares = 0.0
  private var slopes = 0.0
  private var cubes = 0.0

  private(set) var largestGap = 0
  private(set) var area = 0.0
  private(set) var squaredArea = 0.0

  init(n: Int, m: Int, from first: Double) {
    self.n = n
    self.m = m
    scale = 1 / (Double(n) * Double(m))
    last = first
  }

  /// Goes on to a value that so many elements of the samples have.
  @inline(__always)
  mutating func step(to value: Double, reference: Int, current: Int) {
    let height = Double(abs(gap)) * scale
    let piece = height * (value - last)
    area += piece
    squaredArea += height * piece
    last = value

    let change = m * reference - n * current
    gap += change
    largestGap = max(largestGap, abs(gap))

    let before = gapSquare
    gapSquare = Double(gap) * Double(gap)
    let size = Double(reference + current)
    squares += size * (before + gapSquare)
    if reference + current > 1 {
      slopes += (size * size - 1) * Double(change)
      cubes += (size * size - 1) * size
    }
  }

  /// The Cramer-von Mises statistic with midranks, times `n m (n + m)^2`.
  ///
  /// The usual `U/(nm(n+m)) - (4nm-1)/(6(n+m))` is a small difference of large numbers. With s
  /// values at a place where the gap goes from g to h it is the same as the sum over places of
  /// `s (g^2 + h^2)/2 + (n-m) (s^2-1)(h-g)/4 + (n-m)^2 (s^3-s)/12`, which loses no digits; without
  /// ties only the squares remain.
  var rankDistance: Double {
    let excess = Double(n - m)
    return squares / 2 + excess * slopes / 4 + excess * excess * cubes / 12
  }
}
