import Datasets
import NeuralEngine
import Runs

/// A softmax among the layers: the loss takes logits and has a softmax of its own.
struct SoftmaxCheck: Check {
  let name = "softmax-before-loss"
  let why =
    "A softmax of a softmax keeps every class near 1/k, however sure the network is: the loss "
    + "cannot fall far and gradients all but vanish. In Keras it is from_logits=True behind a "
    + "softmax layer."

  func findings(in examination: Examination) -> [Finding] {
    let layers = LayersAsWritten(examination.layersAsWritten)
    return layers.softmaxes.map { place in
      finding(
        .error,
        place == layers.items.count - 1
          ? "\(layers.items[place].quotedForMessage) puts a softmax in front of a loss that takes logits."
          : "\(layers.items[place].quotedForMessage) puts a softmax between hidden layers.",
        action: place == layers.items.count - 1
          ? "Leave the layer out: the output layer, a logit for each class, is added by itself."
          : "Give the layer another activation, such as relu.")
    }
  }
}

/// A list of layers that need not be readable.
public struct LayersAsWritten: Sendable {
  /// The layers between the commas.
  let items: [String]

  /// Takes a list apart.
  public init(_ text: String) {
    items = text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
  }

  /// The places of layers with a softmax for their activation.
  var softmaxes: [Int] {
    items.indices.filter { items[$0].lowercased().filter(\.isLetter).hasSuffix("softmax") }
  }

  /// The list with a linear layer for each softmax, so that all layers keep their names.
  ///
  /// `nil` when there is no softmax.
  public var withoutSoftmax: String? {
    let softmaxes = Set(softmaxes)
    guard !softmaxes.isEmpty else { return nil }
    return items.enumerated().map { place, item in
      let parts = item.split(separator: ":")
      return softmaxes.contains(place) && parts.count == 3 ? "\(parts[0]):\(parts[1]):linear" : item
    }.joined(separator: ",")
  }
}
