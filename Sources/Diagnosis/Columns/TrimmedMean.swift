import Shift

/// The mean of a sample without a tenth of its values at either end, which a few far ones do not move.
///
/// Source: Yuen, The two-sample trimmed t for unequal population variances, Biometrika 61 (1974) 165-170.
struct TrimmedMean {
  let value: Double

  /// The standard error of the mean: the deviation of the values, those cut off taken for the last that
  /// are kept, over the number kept.
  let error: Double

  /// - Precondition: there are two values, and all are finite.
  init(_ sample: SortedSample) {
    let values = sample.values
    precondition(values.count > 1, "no trimmed mean of \(values.count) values")
    let cut = values.count / 10
    let kept = values[cut..<(values.count - cut)]
    let (low, high) = (values[cut], values[values.count - cut - 1])
    let (count, ofKept, ofCut) = (Double(values.count), Double(kept.count), Double(cut))
    let sum = kept.reduce(0, +)
    let mean = (sum + ofCut * (low + high)) / count
    func square(_ value: Double) -> Double { (value - mean) * (value - mean) }
    let squares = kept.reduce(ofCut * (square(low) + square(high))) { $0 + square($1) }
    value = sum / ofKept
    error = (squares / (ofKept * (ofKept - 1))).squareRoot()
  }
}
