/// What is known of a row whose loss is compared.
public struct LossRow: Sendable, Equatable {
  /// Its loss.
  public var loss: Double

  /// The probability that it is of the current sample, as if both were equally large, in `0...1`.
  public var ofCurrent: Double

  /// The mean loss of rows like it in each sample.
  public var expected: Paired<Double>

  /// Puts together what is known.
  public init(loss: Double, ofCurrent: Double, expected: Paired<Double>) {
    self.loss = loss
    self.ofCurrent = ofCurrent
    self.expected = expected
  }
}
