/// The exact probability that two samples of one distribution are at least a distance apart.
///
/// Merging samples of n and m values walks from (0, 0) to (n, m), all paths equally likely. The
/// share v(i, j) of paths to (i, j) that have left the band `|i m - j n| < gap` is 1 outside and
///
///     v(i, j) = (i v(i-1, j) + j v(i, j-1)) / (i + j)
///
/// inside. It is the upper tail itself, made of positive terms: it neither overflows, as counts of
/// paths do, nor loses the digits of a small p, as one minus the paths inside does. Points with one
/// `i + j` depend on those with one less only, so the loop over a diagonal is vectorised.
///
/// - Parameters:
///   - n: The size of one sample, at least 1.
///   - m: The size of the other, at least 1.
///   - gap: The distance of the distribution functions times `n m`, in `0...n * m`.
/// - Returns: The share of paths that reach the distance anywhere.
/// - Complexity: O(min(gap, n m)) time, O(n) memory.
func smirnovTail(n: Int, m: Int, gap: Int) -> Double {
  if gap <= 0 { return 1 }
  let total = n + m
  let distance = Double(gap) / (Double(n) * Double(m))
  // Massart's bound, with room for its constant: below the smallest double.
  if 2 * distance * distance * (Double(n) * Double(m) / Double(total)) > 750 { return 0 }
  // share[i + 1] holds v(i, sum - i); one more place at both ends for what lies outside.
  var previous = [Double](repeating: 1, count: n + 3)
  var next = previous
  let positions = (0..<n + 3).map { Double($0 - 1) }
  previous[1] = 0
  for sum in 1...total {
    let low = max(floorDivide(sum * n - gap, total) + 1, 0, sum - m)
    let high = min(-floorDivide(-(sum * n + gap), total) - 1, sum, n)
    if low > high { return 1 }
    advance(
      from: previous, to: &next, positions: positions, sum: Double(sum),
      places: low + 1...high + 1)
    swap(&previous, &next)
  }
  return min(previous[n + 1], 1)
}

private func advance(
  from previous: [Double], to next: inout [Double], positions: [Double], sum: Double,
  places: ClosedRange<Int>
) {
  let inverse = 1 / sum
  previous.withUnsafeBufferPointer { previous in
    positions.withUnsafeBufferPointer { positions in
      next.withUnsafeMutableBufferPointer { next in
        for place in places {
          let i = positions[place]
          next[place] = (i * previous[place - 1] + (sum - i) * previous[place]) * inverse
        }
        next[places.lowerBound - 1] = 1
        next[places.upperBound + 1] = 1
      }
    }
  }
}

private func floorDivide(_ dividend: Int, _ divisor: Int) -> Int {
  let quotient = dividend / divisor
  return quotient * divisor > dividend ? quotient - 1 : quotient
}
