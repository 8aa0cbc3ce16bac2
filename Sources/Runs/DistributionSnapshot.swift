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

  /// Creates a snapshot.
  public init(
    view: FeatureView, reference: Split, title: String, epoch: Int, features: [FeatureDistribution]
  ) {
    self.view = view
    self.reference = reference
    self.title = title
    self.epoch = epoch
    self.features = features
  }

  /// How many features drifted.
  public var driftedCount: Int { features.count { $0.drift.drifted } }
}
