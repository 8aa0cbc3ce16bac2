import Datasets
import NeuralEngine
import Runs

/// Takes down how a network does on the single rows of a split, while they are evaluated.
struct OutcomeRecorder {
  /// The answers that a row is held against.
  private enum Answers {
    case labels([Int32])
    case targets([Double], variance: Double)
  }

  private let answers: Answers
  private let stride: Int

  /// A recorder for a split; `nil` when its rows tell nothing: a target that is the same everywhere, or
  /// beyond the engine's precision.
  init?(_ split: SplitData) {
    switch split.target {
    case .classes(let labels):
      answers = .labels(labels)
      stride = RowOutcomes.stride(of: labels.count, task: .classification)
    case .values(let targets):
      let variance = split.targetSumOfSquares / Double(max(targets.count, 1))
      guard variance > 0, variance.isFinite, split.wideTargets == nil else { return nil }
      answers = .targets(targets, variance: variance)
      stride = RowOutcomes.stride(of: targets.count, task: .regression)
    }
  }

  /// Evaluates and takes down.
  ///
  /// - Parameter evaluate: Evaluates with what is to be shown the outputs.
  /// - Returns: The sums and the outcomes.
  func record(
    _ evaluate: ((PassOutputs) -> Void) -> Evaluation
  ) -> (sums: Evaluation, outcomes: RowOutcomes) {
    switch answers {
    case .labels(let labels):
      let rows = (labels.count + stride - 1) / stride
      var words = [UInt64](repeating: 0, count: (rows + 63) / 64)
      let sums = evaluate { pass in
        forEachRow(of: pass) { row, place, outputs in
          guard outputs.isRight(label: labels[row]) else { return }
          words[place / 64] |= 1 << UInt64(place % 64)
        }
      }
      return (sums, RowOutcomes(rows: rows, values: .correct(words)))
    case .targets(let targets, let variance):
      var errors: [Float] = []
      let sums = evaluate { pass in
        forEachRow(of: pass) { row, _, outputs in
          let error = Double(outputs[0]) - targets[row]
          errors.append(Float(error * error / variance))
        }
      }
      return (sums, RowOutcomes(rows: errors.count, values: .unexplained(errors)))
    }
  }

  /// The rows of a pass that are looked at, each with its place among those.
  @inline(__always)
  private func forEachRow(
    of pass: PassOutputs, _ body: (Int, Int, UnsafeBufferPointer<Float>) -> Void
  ) {
    var row = (pass.rows.lowerBound + stride - 1) / stride * stride
    while row < pass.rows.upperBound {
      body(row, row / stride, pass[row])
      row += stride
    }
  }
}

extension UnsafeBufferPointer<Float> {
  /// Whether the largest output, the first of equal ones, is the label's; a single output is the logit of
  /// the second of two classes.
  @inline(__always)
  fileprivate func isRight(label: Int32) -> Bool {
    if count == 1 { return !self[0].isNaN && (self[0] > 0 ? 1 : 0) == label }
    guard label >= 0, Int(label) < count else { return false }
    let own = self[Int(label)]
    guard own.isFinite else { return false }
    var isLargest = true
    for place in 0..<Int(label) { isLargest = isLargest && self[place] < own }
    for place in Int(label)..<count { isLargest = isLargest && self[place] <= own }
    return isLargest
  }
}
