import Foundation

/// Softens the probabilities of a classifier that is too sure of itself: `softmax(z / T)`.
///
/// Guo, Pleiss, Sun and Weinberger, ICML 2017.
public enum TemperatureScaling {
  /// The highest temperature that is looked for: the probabilities are then all but equal.
  public static let highest = 100.0

  /// The temperature at which the log loss of labelled rows is lowest.
  ///
  /// The loss is convex in `1/T`; its slope, the sum over rows of the mean logit less the label's, is followed to 0
  /// by Newton's method within bounds that close in on it.
  ///
  /// - Parameters:
  ///   - logits: The logits, row-major.
  ///   - classes: The logits of a row.
  ///   - offsets: What is added to each class's logits after they were divided, such as the logarithms of the
  ///     classes' shares where the logits are free of them; by default nothing.
  ///   - labels: The class of each row; rows of a class that the model does not have, below 0, are left out.
  ///   - lowest: The lowest temperature. The default value is 1: where few rows are all right, a
  ///     temperature below it would make the model surer without end.
  /// - Returns: The temperature from `lowest` to ``highest``, or `nil` without rows or with logits that are no
  ///   numbers.
  /// - Precondition: There are as many logits as rows times classes, as many offsets as classes, and `lowest` is above 0
  ///   and at most ``highest``.
  public static func fit(
    logits: [Double], classes: Int, offsets: [Double]? = nil, labels: [Int32], lowest: Double = 1
  ) -> Double? {
    let offsets = offsets ?? [Double](repeating: 0, count: classes)
    precondition(
      classes > 0 && logits.count == labels.count * classes && offsets.count == classes,
      "\(logits.count) logits for \(labels.count) rows of \(classes)")
    precondition(lowest > 0 && lowest <= highest, "no temperature from \(lowest) to \(highest)")
    let rows = labels.indices.filter { labels[$0] >= 0 && Int(labels[$0]) < classes }
    guard !rows.isEmpty, logits.allSatisfy(\.isFinite) else { return nil }
    func slope(at sharpness: Double) -> (first: Double, second: Double) {
      rows.reduce(into: (0, 0)) { sum, row in
        let z = logits[row * classes..<(row + 1) * classes]
        let (mean, variance) = Self.moments(of: z, sharpness: sharpness, offsets)
        sum.0 += mean - z[z.startIndex + Int(labels[row])]
        sum.1 += variance
      }
    }
    var (low, high) = (1 / highest, 1 / lowest)
    guard slope(at: high).first > 0 else { return lowest }
    guard slope(at: low).first < 0 else { return highest }
    var sharpness = high
    for _ in 0..<100 {
      let (first, second) = slope(at: sharpness)
      if first > 0 { high = sharpness } else { low = sharpness }
      let next = second > 0 ? sharpness - first / second : .nan
      let step = next > low && next < high ? next : (low + high) / 2
      guard abs(step - sharpness) > sharpness * 1e-14 else { break }
      sharpness = step
    }
    return 1 / sharpness
  }

  /// Mean and variance of logits by the probabilities `softmax(z sharpness + offsets)`.
  private static func moments(
    of z: ArraySlice<Double>, sharpness: Double, _ offsets: [Double]
  ) -> (mean: Double, variance: Double) {
    let peak = z.max() ?? 0
    var (total, mean, square) = (0.0, 0.0, 0.0)
    for (value, offset) in zip(z, offsets) {
      let weight = exp((value - peak) * sharpness + offset)
      total += weight
      mean += weight * (value - peak)
      square += weight * (value - peak) * (value - peak)
    }
    mean /= total
    return (mean + peak, max(0, square / total - mean * mean))
  }
}
