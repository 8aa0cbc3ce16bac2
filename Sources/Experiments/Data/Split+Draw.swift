import Datasets
import NeuralEngine

extension Datasets.Split {
  /// Holds out a share of the rows drawn by a seed, of each class alike in classification.
  static func drawn(
    of target: Target, share: Double, seed: UInt64, index: UInt64
  ) -> (kept: [Int], heldOut: [Int]) {
    var generator = CounterRandom(seed: seed, purpose: .split, index: index)
    return switch target {
    case .classes(let labels): stratified(labels: labels, share: share, using: &generator)
    case .values: random(count: target.count, share: share, using: &generator)
    }
  }
}
