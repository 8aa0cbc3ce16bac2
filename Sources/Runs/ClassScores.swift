/// Scores of a classification that look at probabilities and at single classes.
///
/// Every one is `nil` when it is not defined: without rows, or with rows of one class alone.
public struct ClassScores: Sendable, Equatable, Codable {
  /// The scores of one class against all others.
  public struct OfClass: Sendable, Equatable, Codable {
    /// The class.
    public var name: String

    /// The rows of the class.
    public var support: Int

    /// The share of the rows taken for the class that are of it; 0 when none was.
    public var precision: Double

    /// The share of the class's rows that were taken for it; 0 when there are none.
    public var recall: Double

    /// `2 TP / (2 TP + FP + FN)`; 0 when the class occurs nowhere.
    public var f1: Double

    /// The area under the ROC curve of the class's probability.
    public var rocAUC: Double?

    /// The average precision of the class's probability.
    public var prAUC: Double?

    /// Creates scores.
    public init(
      name: String, support: Int, precision: Double, recall: Double, f1: Double, rocAUC: Double?,
      prAUC: Double?
    ) {
      self.name = name
      self.support = support
      self.precision = precision
      self.recall = recall
      self.f1 = f1
      self.rocAUC = rocAUC
      self.prAUC = prAUC
    }
  }

  /// The mean F1 of the classes that occur in truth or predictions.
  public var macroF1: Double?

  /// The mean of `-log p` of the true class, in nats.
  public var logLoss: Double?

  /// The area under the ROC curve; of more than two classes the mean over them, each against the rest.
  public var rocAUC: Double?

  /// The average precision: of two classes that of the second, of more the mean over them.
  public var prAUC: Double?

  /// The expected calibration error over ``calibrationBins`` bins of equal width.
  public var calibrationError: Double?

  /// For each k the share of rows whose class is among the k most probable.
  public var topK: [Int: Double]

  /// The classes of the model, in order.
  public var classes: [OfClass]

  /// The bins of the calibration error.
  public static let calibrationBins = 15

  /// Creates scores.
  public init(
    macroF1: Double?, logLoss: Double?, rocAUC: Double?, prAUC: Double?, calibrationError: Double?,
    topK: [Int: Double], classes: [OfClass]
  ) {
    self.macroF1 = macroF1
    self.logLoss = logLoss
    self.rocAUC = rocAUC
    self.prAUC = prAUC
    self.calibrationError = calibrationError
    self.topK = topK
    self.classes = classes
  }
}
