import Datasets
import Diagnosis
import Runs
import SeededRandom

/// Mistakes in the experiment, and what is nearly one.
extension Planting {
  static let mistakesInExperiments: [Planting] = [
    Planting("no test set", "no-test-set") { $0.test = nil },
    Planting("test is train", "no-test-set train") {
      $0.configure = { $0.data.test = $0.data.train }
    },
    Planting("fewer rows than a batch", "rows-below-batch train") {
      $0.configure = { $0.batchSize = 512 }
    },
    Planting(
      "no scale", "unscaled-inputs train age", "unscaled-inputs train income",
      "unscaled-inputs train height"
    ) { $0.configure = { $0.data.preprocessing.scaling = .none } },
    Planting("one scale for all", "unscaled-inputs train wealth") {
      $0.train.add("wealth") { row, _ in "\(1_000_000 + row * 7919 % 50_021 * 13)" }
      $0.test?.add("wealth") { row, _ in "\(1_000_000 + row * 7919 % 50_021 * 13)" }
      $0.configure = { $0.data.preprocessing.scaling = .shared }
    },
    Planting("scaled twice", "scaled-twice train income") {
      let values = $0.train["income"].compactMap(Double.init)
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      $0.train.scale("income") { ($0 - mean) / variance.squareRoot() }
      $0.test?.scale("income") { ($0 - mean) / variance.squareRoot() }
    },
    Planting(
      "minmax twice", "scaled-twice train age", "scaled-twice train income",
      "scaled-twice train height"
    ) {
      for column in ["age", "income", "height"] {
        let values = $0.train[column].compactMap(Double.init)
        let low = values.min() ?? 0
        let range = (values.max() ?? 0) - low
        $0.train.scale(column) { ($0 - low) / range }
        $0.test?.scale(column) { ($0 - low) / range }
      }
      $0.configure = { $0.data.preprocessing.scaling = .minmax }
    },
    Planting("a softmax", "softmax-before-loss") {
      $0.layersAsWritten = "dense:64:relu,dense:2:softmax"
    },
    Planting("a sigmoid of one unit", "written-output-layer") {
      $0.configure = { $0.layers = "dense:16,dense:1:sigmoid" }
    },
    Planting(
      "a penalty on frozen layers", "refused-experiment", "penalty-reaches-nothing"
    ) {
      $0.configure = {
        $0.penalty.l2 = Strength(0.01)
        $0.frozen = ["dense_0", "dense_1", "dense_2"]
      }
    },
    Planting("a penalty on a layer that there is not", "refused-experiment") {
      $0.configure = { $0.penalty.layerL1 = ["dense_9": 0.1] }
    },
    Planting("a penalty where only a normalisation is trained", "penalty-reaches-nothing") {
      $0.configure = {
        $0.layers = "dense:8,batchnorm"
        $0.penalty.l1 = Strength(0.01)
        $0.frozen = ["dense_0", "dense_1"]
      }
    },
    Planting("a large learning rate", "learning-rate") {
      $0.configure = { $0.optimizer.learningRate = 1 }
    },
    Planting("a small learning rate", "learning-rate") {
      $0.configure = { $0.optimizer.learningRate = 1e-8 }
    },
    Planting("a loss for numbers", "labels-against-loss train bought") {
      $0.configure = { $0.loss.name = .mse }
    },
    Planting("a binary loss for three classes", "labels-against-loss train bought") {
      $0.train.replace("bought") { row, _ in ["yes", "no", "maybe"][row % 3] }
      $0.configure = { $0.loss.name = .binaryCrossEntropy }
    },
    Planting("a regression of text", "unusable-data train bought") {
      $0.configure = { $0.data.task = .regression }
    },
    Planting("a target that is not there", "unusable-data train baught") {
      $0.configure = { $0.data.target = "baught" }
    },
    Planting("a column to leave out that is not there", "unusable-data train hight") {
      $0.configure = { $0.data.drop = ["hight"] }
    },
    Planting("an option that is refused", "refused-option") {
      $0.refusedOptions = [RefusedOption(option: "scale", message: "--scale it must be one")]
    },
    Planting("rows in order that are not mixed", "rows-in-order train bought") {
      $0.train.rows.sort { $0[4] < $1[4] }
      $0.configure = { $0.shuffles = false }
    },
  ]

  static let nearMissesInExperiments: [Planting] = [
    Planting("a batch of nearly all rows") { $0.configure = { $0.batchSize = 200 } },
    Planting("no scale before a normalisation") {
      $0.configure = {
        $0.data.preprocessing.scaling = .none
        $0.layers = "batchnorm,dense:8"
      }
    },
    Planting("values near 0 and 1 by nature") {
      var random = SeededGenerator(seed: 9)
      func normal(_: Int, _: Sheet) -> String {
        "\((0..<12).reduce(-6.0) { sum, _ in sum + .random(in: 0...1, using: &random) })"
      }
      for name in ["p", "q", "r"] {
        $0.train.add(name, normal)
        $0.test?.add(name, normal)
      }
    },
    Planting("a penalty on the layer that is not frozen") {
      $0.configure = {
        $0.penalty.l2 = Strength(0.01)
        $0.frozen = ["dense_0"]
      }
    },
    Planting("balanced weights of a rare class") {
      $0.train.replace("bought") { row, _ in row % 12 == 0 ? "yes" : "no" }
      $0.configure = { $0.classWeights = .balanced }
    },
    Planting("rows in order that are mixed") { $0.train.rows.sort { $0[4] < $1[4] } },
    Planting("a narrow layer") { $0.configure = { $0.layers = "dense:16,dense:2:relu" } },
  ]
}
