import Datasets
import NeuralEngine

/// A last hidden layer that looks like an output layer, which is added by itself.
struct OutputLayerCheck: Check {
  let name = "written-output-layer"
  let why =
    "The output layer is added behind it, so that everything passes through a layer as narrow as "
    + "the outputs; a sigmoid there also squashes what the loss takes for logits."

  func findings(in examination: Examination) -> [Finding] {
    let layers = (try? LayerSpecification.parse(examination.layersAsWritten)) ?? []
    guard case .dense(let units, let activation)? = layers.last else { return [] }
    let classes = examination.labels?.encoder.classes.count ?? 0
    let looksLikeOutput =
      units == 1 || (units == classes && [.linear, .sigmoid].contains(activation))
    guard looksLikeOutput else { return [] }
    let outputs = classes > 0 ? "\(classes) classes" : "a number"
    return [
      finding(
        .warning,
        "The last layer, \(layers[layers.count - 1].description.quotedForMessage), looks like an "
          + "output "
          + "layer for \(outputs).", action: "Leave it out.")
    ]
  }
}
