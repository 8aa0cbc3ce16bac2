import NeuralEngine

/// One case of the training rate: a network, and how many random rows it is trained on.
struct BenchCase {
  /// The name on the command line.
  let name: String

  /// The inputs of a row, or of a step.
  let features: Int

  /// The steps of a series; `nil` for rows.
  var steps: Int?

  let layers: [LayerSpecification]
  let classes: Int
  let batchSize: Int

  /// The rows, or series, of an epoch; those behind the last whole batch are left out.
  var rows: Int

  var penalty = Penalty()

  /// Whether nearly all of its time goes into large products, so that their rate is the limit.
  var isBoundByProducts = false

  /// The cases with a budget; `a` and `b` are those of small networks.
  static let all = [
    BenchCase(
      name: "a", features: 30, layers: hidden(64, 32), classes: 10, batchSize: 32, rows: 50_000,
      penalty: Penalty(l1: 0.001, l2: 0.001)),
    BenchCase(
      name: "b", features: 30, layers: hidden(64, 32), classes: 10, batchSize: 256, rows: 50_000,
      penalty: Penalty(l1: 0.001, l2: 0.001)),
    BenchCase(
      name: "c", features: 784, layers: hidden(512, 512, 256), classes: 10, batchSize: 128,
      rows: 8_192, isBoundByProducts: true),
    BenchCase(
      name: "d", features: 1024, layers: hidden(2048, 2048), classes: 10, batchSize: 1024,
      rows: 4_096, isBoundByProducts: true),
    series(name: "e-gru", .gru),
    series(name: "e-lstm", .lstm),
    BenchCase(
      name: "f", features: 100, layers: [], classes: 10, batchSize: 256, rows: 50_000),
  ]

  /// The network in short, such as `30-64-32-10`, or `12 x 50-gru:64-3` for series.
  var network: String {
    let hidden = layers.map { layer in
      if case .dense(let units, _) = layer { return "\(units)" }
      return "\(layer)"
    }
    let inputs = "\(features)" + (steps.map { " x \($0)" } ?? "")
    return ([inputs] + hidden + ["\(classes)"]).joined(separator: "-")
  }

  /// The additions and multiplications in the products of one row's way forward and back; `nil` for
  /// networks that have other products than those of dense layers.
  var operationsPerRow: Double? {
    var widths = [features]
    for layer in layers {
      guard case .dense(let units, _) = layer else { return nil }
      widths.append(units)
    }
    widths.append(classes)
    let products = zip(widths, widths.dropFirst()).map { $0 * $1 }
    // Forward, for the weights' gradient, and, but in the first layer, for the inputs' gradient.
    return 2 * Double(3 * products.reduce(0, +) - products[0])
  }

  /// 64 units over 50 steps of 12 inputs.
  private static func series(name: String, _ cell: RecurrentCell) -> BenchCase {
    BenchCase(
      name: name, features: 12, steps: 50,
      layers: [.recurrent(cell, units: 64, isBidirectional: false)], classes: 3, batchSize: 64,
      rows: 4_096)
  }

  private static func hidden(_ units: Int...) -> [LayerSpecification] {
    units.map { .dense(units: $0, activation: .relu) }
  }
}
