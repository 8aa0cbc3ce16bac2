import Runs

/// Which distributions are to be shown: a view of test against a reference.
struct Observation: Sendable, Equatable {
  var view = FeatureView.inputs
  var reference = Split.train
}
