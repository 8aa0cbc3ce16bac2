/// The expected calibration error of a classifier's predictions.
///
/// Predictions are put into bins of equal width by their confidence, `(k-1)/bins < c <= k/bins`;
/// the error is the mean distance between a bin's accuracy and its mean confidence, weighted by
/// the bin's share of the predictions. Guo, Pleiss, Sun and Weinberger, ICML 2017.
///
/// - Parameters:
///   - confidences: The probability of the predicted class, in `0...1`, one a prediction.
///   - correct: Whether each prediction was right.
///   - bins: The number of bins. The default value is 15.
/// - Returns: The error in `0...1`, or `nil` without predictions or with a confidence that is no
///   number.
/// - Precondition: Both arrays have the same length; there is at least one bin.
public func expectedCalibrationError(
  confidences: [Double], correct: [Bool], bins: Int = 15
) -> Double? {
  precondition(
    confidences.count == correct.count,
    "\(confidences.count) confidences for \(correct.count) predictions")
  precondition(bins >= 1, "The calibration error needs at least one bin, not \(bins)")
  guard !confidences.isEmpty, confidences.allSatisfy(\.isFinite) else { return nil }
  // A bin's |accuracy - confidence| times its count is |number correct - sum of confidences|.
  var excess = [Double](repeating: 0, count: bins)
  for (confidence, isCorrect) in zip(confidences, correct) {
    let position = (min(max(confidence, 0), 1) * Double(bins)).rounded(.up)
    excess[max(Int(position) - 1, 0)] += (isCorrect ? 1 : 0) - confidence
  }
  return excess.reduce(0) { $0 + abs($1) } / Double(confidences.count)
}
