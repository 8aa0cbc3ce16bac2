import Shift

/// The distributions of all features of one view, in test against one reference.
public struct DistributionSnapshot: Sendable, Equatable {
  /// Which features these are.
  public var view: FeatureView

  /// What test is compared with: `train`, `validation` or `source`.
  public var reference: Split

  /// What the view is called: `inputs`, `steps`, the name of a hidden layer, `logits`, `predictions`.
  public var title: String

  /// The completed epochs of the run when the model was looked at; 0 for the inputs and their steps.
  public var epoch: Int

  /// The features, in the order of the columns or units.
  public var features: [FeatureDistribution]

  /// Of the view of steps, which step each block of ``features`` is of, counted from 1; else empty.
  ///
  /// Features then come step by step, in each the columns in their order.
  public var steps: [Int]

  /// Creates a snapshot.
  public init(
    view: FeatureView, reference: Split, title: String, epoch: Int, features: [FeatureDistribution],
    steps: [Int] = []
  ) {
    self.view = view
    self.reference = reference
    self.title = title
    self.epoch = epoch
    self.features = features
    self.steps = steps
  }

  /// The columns of each step.
  public var columnsPerStep: Int { steps.isEmpty ? features.count : features.count / steps.count }

  /// How many features drifted.
  public var driftedCount: Int { features.count { $0.drift.drifted } }
}
