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
