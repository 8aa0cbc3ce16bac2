/// What fine-tuning starts from.
public enum Method: String, Sendable, CaseIterable, Codable {
  /// All weights, from the base.
  case fineTune = "fine-tune"

  /// No base: trained from the initial weights.
  case none
}

/// All that determines a run, besides what is done while it goes on.
public struct RunConfiguration: Sendable, Equatable, Codable {
  /// The files and their preparation.
  public var data: DataConfiguration

  /// The hidden layers, as spelled on the command line.
  ///
  /// The default value is `dense:64:relu,dense:32:relu`.
  public var layers = "dense:64:relu,dense:32:relu"

  /// The columns that are embedded.
  public var embedding = EmbeddingSettings()

  /// What fine-tuning starts from.
  ///
  /// The default value is `fineTune`.
  public var method = Method.fineTune

  /// A file of weights to fine-tune from.
  public var base: String?

  /// A file of initial weights, for the method `none`.
  public var initialWeights: String?

  /// The most epochs that the base is trained for.
  ///
  /// The default value is 50.
  public var baseEpochs = 50

  /// The data loss.
  public var loss = LossSettings()

  /// The factors of the classes' losses while training, or `nil` for 1.
  public var classWeights: ClassWeights?

  /// The update rule.
  public var optimizer = OptimizerSettings()

  /// The penalties at the start.
  public var penalty = PenaltySettings()

  /// The layers, by name, whose weights fine-tuning leaves as they are.
  public var frozen: [String] = []

  /// The epochs to train for, 0 or more.
  ///
  /// The default value is 50.
  public var epochs = 50

  /// The rows of a batch, 1 or more.
  ///
  /// The default value is 32.
  public var batchSize = 32

  /// Whether rows are shuffled before each epoch.
  ///
  /// The default value is `true`.
  public var shuffles = true

  /// The seed of every draw.
  ///
  /// The default value is 0.
  public var seed: UInt64 = 0

  /// The epochs without a better validation loss after which training ends, or `nil`.
  public var earlyStopping: Int?

  /// Validation and test are evaluated every so many epochs, and at the last.
  ///
  /// The default value is 1.
  public var evaluateEvery = 1

  /// The seed that the split and the base were drawn with, where it is another than ``seed``: in a run that
  /// was restarted with the next seed, from the same base.
  public var preparationSeed: UInt64?

  /// The learning rate that the base was trained with, where it is another than the optimiser's: in a run that
  /// was restarted after the rate was altered.
  public var baseLearningRate: Double?

  /// Creates a configuration with every choice at its default.
  public init(data: DataConfiguration) {
    self.data = data
  }
}
