import Runs

/// What a session was created with.
struct SessionPlan: Sendable {
  var configuration: RunConfiguration
  var weights: SuppliedWeights
  var baseStore: (any BaseModelStore)?
  var pace: Pace
  var observesDistributions: Bool

  /// Changes to put in force on their own, in the order of epoch and batch: a journal that is replayed.
  var script: [Change]

  /// What every thread of the session does first.
  var prepareThread: @Sendable () -> Void = {}
}
