import Datasets
import NeuralEngine
import Runs

/// All that a trained base depends on.
struct BaseRecipe {
  /// The network.
  var architecture: NetworkArchitecture

  /// What is minimised; a base has no penalty.
  var loss: LossFunction

  /// The update rule.
  var optimizer: OptimizerConfiguration

  /// The most epochs.
  var epochs: Int

  /// The rows of a batch.
  var batchSize: Int

  /// Whether rows are shuffled before each epoch.
  var shuffles: Bool

  /// What the initial weights, the held-out rows and the batches are drawn by.
  var seed: UInt64

  /// The rows it learns on.
  var data: SplitData

  /// The share of the rows held out to tell when to end.
  static let heldOutShare = 0.1

  /// The epochs without a better loss on the held-out rows after which training ends.
  static let patience = 5

  /// Divides the rows into those to learn on and those held out.
  func divided() -> (train: SplitData, heldOut: SplitData?) {
    let (kept, heldOut) = Datasets.Split.drawn(
      of: data.target, share: Self.heldOutShare, seed: seed, index: 1)
    return (
      data.selecting(rows: kept), heldOut.isEmpty ? nil : data.selecting(rows: heldOut)
    )
  }

  /// The name of the base in a store: changes with whatever the weights depend on.
  var key: String {
    var hash = ContentHash()
    hash.add("base 3")
    hash.add("\(architecture)")
    hash.add("\(optimizer)")
    hash.add("\(loss.rawValue) \(epochs) \(batchSize) \(shuffles) \(seed) \(Self.patience)")
    hash.add(data.matrix.values)
    if let lengths = data.series?.uneven { hash.add("lengths \(lengths)") }
    switch data.target {
    case .classes(let labels): for label in labels { hash.add(UInt64(bitPattern: Int64(label))) }
    case .values(let values): for value in values { hash.add(value.bitPattern) }
    }
    return hash.name
  }
}
