/// What is minimised on the data, by its name on the command line.
public enum LossName: String, Sendable, CaseIterable, Codable {
  /// Of classes: `-log p`, p the softmax of one output a class.
  case crossEntropy = "cross-entropy"

  /// Of two classes: the same from one output, the logit of the second class.
  case binaryCrossEntropy = "binary-cross-entropy"

  /// Of classes: cross-entropy that looks away from rows that are classified well.
  case focal

  /// Of numbers: the squared, the absolute, and Huber's error.
  case mse, mae, huber
}

/// The data loss and its numbers.
public struct LossSettings: Sendable, Equatable, Codable {
  /// The formula; `nil` takes cross-entropy, or the squared error in a regression.
  public var name: LossName?

  /// The share of a label that is spread over all classes, 0 or more and below 1.
  ///
  /// The default value is 0.
  public var labelSmoothing = 0.0

  /// The exponent of the focal loss, 0 or more.
  ///
  /// The default value is 2.
  public var focalGamma = 2.0

  /// The factor of the focal loss, above 0.
  ///
  /// The default value is 0.25.
  public var focalAlpha = 0.25

  /// The error from which on Huber's loss is linear, above 0, in units of the scaled target.
  ///
  /// The default value is 1.
  public var huberDelta = 1.0

  /// Creates the default: the loss of the task.
  public init() {}
}

/// The factors of the losses of the classes' rows while training.
public enum ClassWeights: Sendable, Equatable, Codable {
  /// `rows / (classes * rows of the class)`.
  case balanced

  /// A factor, 0 or more, by class; of a class that is not named 1.
  case given([String: Double])
}
