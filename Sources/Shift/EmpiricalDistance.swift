/// The distances between two empirical distribution functions, from one merge of the samples.
struct EmpiricalDistance {
  /// The largest distance between the functions, times the product of the sample sizes: exact.
  let largestGap: Int

  /// The area between the functions, which is the Wasserstein-1 distance; not finite when the
  /// samples hold infinities.
  let area: Double

  /// Merges two samples, neither of them empty.
  ///
  /// The merge has no branch that depends on the data. `gap` is the difference of the functions
  /// times both sizes, a whole number. It counts towards the maximum only where the value changes,
  /// so that ties between the samples are taken as one step.
  init(_ reference: SortedSample, _ current: SortedSample) {
    let n = reference.values.count
    let m = current.values.count
    precondition(n > 0 && m > 0, "Distances need values in both samples, not \(n) and \(m)")
    var largest = 0
    var area = 0.0
    reference.values.withUnsafeBufferPointer { a in
      current.values.withUnsafeBufferPointer { b in
        let scale = 1 / (Double(n) * Double(m))
        var gap = 0
        var i = 0
        var j = 0
        var last = min(a[0], b[0])
        func step(to value: Double) {
          largest = max(largest, value > last ? abs(gap) : 0)
          area += Double(abs(gap)) * ((value - last) * scale)
          last = value
        }
        while i < n && j < m {
          let x = a[i]
          let y = b[j]
          step(to: x < y ? x : y)
          gap += (x <= y ? m : 0) - (y <= x ? n : 0)
          i += x <= y ? 1 : 0
          j += y <= x ? 1 : 0
        }
        while i < n {
          step(to: a[i])
          gap += m
          i += 1
        }
        while j < m {
          step(to: b[j])
          gap -= n
          j += 1
        }
      }
    }
    largestGap = largest
    self.area = area
  }
}
