/// Which distributions are looked at.
public enum FeatureView: Hashable, Sendable, Codable {
  /// The columns of the data.
  case inputs

  /// The columns of the data at each step of a series alone.
  case steps

  /// The activations of a hidden layer, by its place among them.
  case hidden(layer: Int)

  /// The outputs before the softmax.
  case logits

  /// The probabilities, or the predicted values in the target's units.
  case predictions
}
