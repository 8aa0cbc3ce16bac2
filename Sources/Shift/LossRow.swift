import Foundation

/// What is known of a row whose loss is compared.
public struct LossRow: Sendable, Equatable {
  /// Its loss.
  public var loss: Double

  /// The logarithm of how many times likelier it is to be of the current sample, as if both were equally large.
  ///
  /// Not a probability: near 1 that says nothing any more of the other sample.
  public var logOdds: Double

  /// The mean loss of rows like it in each sample.
  public var expected: Paired<Double>

  /// Puts together what is known.
  public init(loss: Double, logOdds: Double, expected: Paired<Double>) {
    self.loss = loss
    self.logOdds = logOdds
    self.expected = expected
  }

  /// The probabilities that it is of either sample, as if both were equally large.
  var probability: Paired<Double> {
    Paired(reference: 1 / (1 + exp(logOdds)), current: 1 / (1 + exp(-logOdds)))
  }
}
