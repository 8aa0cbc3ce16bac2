/// What the model looks like from inside, made off the training thread; each replaces the one before.
public struct ModelSnapshot: Sendable, Equatable {
  /// The number of the run it belongs to.
  public var run: Int

  /// The completed epochs of that run.
  public var epoch: Int

  /// How much the model leans on each feature column, relative to the largest, in `0...1`.
  ///
  /// `sqrt(sum over the inputs i made from the column of (sd_i * norm(W_i))^2)`, where `W_i` is the row of the
  /// first weighted layer's kernel and `sd_i` the input's population deviation on train. In the order of
  /// ``DataSummary/features``; 0 for a column that is no input.
  public var use: [Double]

  /// The hidden units that are 0 on every train row looked at, so that no gradient reaches them.
  public var deadUnits: Int

  /// The hidden units of layers that can die: those with ReLU.
  public var reluUnits: Int

  /// The expected calibration error on test over 15 equal-width bins; classification only.
  public var calibrationError: Double?

  /// What the accuracy on test is estimated to be, when its rows have no labels; classification only.
  public var estimatedTestAccuracy: Double?

  /// The names of the hidden layers that can be observed, in order.
  public var hiddenLayers: [String]

  /// The distributions of the observed view, unless it is the inputs.
  public var observed: DistributionSnapshot?

  /// How the histograms of the observed view went since the run began; `nil` for the inputs.
  public var history: HistogramHistory?

  /// Creates a snapshot.
  public init(
    run: Int, epoch: Int, use: [Double], deadUnits: Int, reluUnits: Int, calibrationError: Double?,
    estimatedTestAccuracy: Double? = nil, hiddenLayers: [String], observed: DistributionSnapshot?,
    history: HistogramHistory? = nil
  ) {
    self.run = run
    self.epoch = epoch
    self.use = use
    self.deadUnits = deadUnits
    self.reluUnits = reluUnits
    self.calibrationError = calibrationError
    self.estimatedTestAccuracy = estimatedTestAccuracy
    self.hiddenLayers = hiddenLayers
    self.observed = observed
    self.history = history
  }
}
