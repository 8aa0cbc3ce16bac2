/// What training minimises on the data, besides the penalty: the mean over the rows of a loss each.
///
/// Losses of classes take logits; p is their softmax. The label's class has the share
/// `1 - labelSmoothing`, and every one of k classes `labelSmoothing / k` besides. A row's weight, where
/// there are any, is a factor of its loss; the mean is over the number of rows, as Keras takes it.
public struct LossFunction: Sendable, Hashable, Codable {
  /// The formula; raw values are Keras's names.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    /// `-log p[label]`, in nats, for labels that are class numbers.
    case sparseCategoricalCrossentropy = "sparse_categorical_crossentropy"
    /// `-log` of the label's probability, for two classes and one output, the logit of the second.
    case binaryCrossentropy = "binary_crossentropy"
    /// `alpha (1 - p[label])^gamma (-log p[label])` (Lin et al., 2017).
    case categoricalFocalCrossentropy = "categorical_focal_crossentropy"
    /// `(output - target)^2`, without a half.
    case meanSquaredError = "mean_squared_error"
    /// `|output - target|`.
    case meanAbsoluteError = "mean_absolute_error"
    /// `e^2 / 2` for errors e up to delta, `delta (|e| - delta / 2)` beyond (Huber, 1964).
    case huber
  }

  /// The formula.
  public var kind: Kind

  /// The share of a label that is spread over all classes, in 0..<1 (Szegedy et al., 2016).
  ///
  /// The default is 0.
  public var labelSmoothing: Double

  /// How strongly the focal loss looks away from rows that are well classified, 0 or more.
  ///
  /// The default is 2.
  public var focalGamma: Double

  /// The factor of the focal loss.
  ///
  /// The default is 0.25, as in Keras.
  public var focalAlpha: Double

  /// The error from which on the Huber loss is linear, above 0.
  ///
  /// The default is 1.
  public var huberDelta: Double

  /// Creates a loss.
  public init(
    _ kind: Kind, labelSmoothing: Double = 0, focalGamma: Double = 2, focalAlpha: Double = 0.25,
    huberDelta: Double = 1
  ) {
    self.kind = kind
    self.labelSmoothing = labelSmoothing
    self.focalGamma = focalGamma
    self.focalAlpha = focalAlpha
    self.huberDelta = huberDelta
  }

  /// `-log softmax(logits)[label]`.
  public static let sparseCategoricalCrossentropy = LossFunction(.sparseCategoricalCrossentropy)

  /// `(output - target)^2`.
  public static let meanSquaredError = LossFunction(.meanSquaredError)

  /// Whether answers are classes, and not numbers.
  public var isOfClasses: Bool {
    switch kind {
    case .sparseCategoricalCrossentropy, .binaryCrossentropy, .categoricalFocalCrossentropy: true
    case .meanSquaredError, .meanAbsoluteError, .huber: false
    }
  }

  /// The outputs that a network needs for so many classes; 1 in a regression.
  public func outputs(forClasses classes: Int) -> Int {
    isOfClasses && kind != .binaryCrossentropy ? classes : 1
  }

  /// The classes that labels may be of, with so many outputs.
  func classes(ofOutputs outputs: Int) -> Int { kind == .binaryCrossentropy ? 2 : outputs }
}
