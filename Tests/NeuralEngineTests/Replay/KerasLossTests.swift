import CKernels
import Testing

@testable import NeuralEngine

/// The numbers of the oracle's losses.
struct KerasLosses: Decodable {
  struct Result: Decodable {
    let plain: Double
    let weighted: Double
    let gradient: [Float]
  }

  let logits: [Float]
  let labels: [Int32]
  let outputs: [Float]
  let truth: [Int32]
  let targets: [Float]
  let weights: [Float]
  let results: [String: Result]
}

/// Every loss against Keras's value and gradient, with and without weights of rows.
@Suite struct KerasLossTests {
  static let losses: [String: LossFunction] = [
    "crossentropy": .sparseCategoricalCrossentropy,
    "smoothed": LossFunction(.sparseCategoricalCrossentropy, labelSmoothing: 0.1),
    "focal": LossFunction(.categoricalFocalCrossentropy),
    "focal-smoothed": LossFunction(
      .categoricalFocalCrossentropy, labelSmoothing: 0.1, focalGamma: 1.5, focalAlpha: 0.6),
    "binary": LossFunction(.binaryCrossentropy),
    "binary-smoothed": LossFunction(.binaryCrossentropy, labelSmoothing: 0.2),
    "mse": .meanSquaredError, "mae": LossFunction(.meanAbsoluteError),
    "huber": LossFunction(.huber), "huber-0.5": LossFunction(.huber, huberDelta: 0.5),
  ]

  @Test func everyLossIsChecked() throws {
    #expect(
      try KerasPartsTests.Parts.read().losses.results.keys.sorted() == Self.losses.keys.sorted())
  }

  @Test(arguments: losses.keys.sorted())
  func meetsKeras(_ name: String) throws {
    let oracle = try KerasPartsTests.Parts.read().losses
    let loss = try #require(Self.losses[name])
    let result = try #require(oracle.results[name])
    let columns = loss.isOfClasses && loss.kind != .binaryCrossentropy ? 4 : 1
    let rows = oracle.labels.count
    // Rows of outputs are padded to sixteen.
    let source = columns == 4 ? oracle.logits : oracle.outputs
    let values = (0..<rows * 16).map { $0 % 16 < columns ? source[$0 / 16 * columns + $0 % 16] : 0 }
    for isWeighted in [false, true] {
      var gradient = [Float](repeating: 9, count: values.count)
      var sums = ck_loss_sums()
      values.withUnsafeBufferPointer { values in
        gradient.withUnsafeMutableBufferPointer { gradient in
          oracle.weights.withUnsafeBufferPointer { weights in
            oracle.targets.withUnsafeBufferPointer { targets in
              (columns == 4 ? oracle.labels : oracle.truth).withUnsafeBufferPointer { labels in
                guard let start = values.baseAddress, let labels = labels.baseAddress,
                  let targets = targets.baseAddress
                else { return }
                var outputs = ck_outputs(
                  values: start, row: 16, rows: rows, columns: columns,
                  gradient: gradient.baseAddress, gradient_scale: 1 / Float(rows),
                  weights: isWeighted ? weights.baseAddress : nil)
                loss.accumulate(
                  ck_kernels_selected().pointee, outputs: &outputs,
                  answers: loss.isOfClasses ? .labels(labels) : .targets(targets), into: &sums)
              }
            }
          }
        }
      }
      let expected = isWeighted ? result.weighted : result.plain
      #expect(abs(sums.loss / Double(rows) - expected) < 1e-6 * max(1, expected))
      guard isWeighted else { continue }
      for (place, slope) in result.gradient.enumerated() {
        #expect(abs(gradient[place / columns * 16 + place % columns] - slope) < 1e-6)
      }
    }
  }
}
