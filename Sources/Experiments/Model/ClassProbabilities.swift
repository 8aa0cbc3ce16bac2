import Foundation
import Shift

/// The probabilities that logits stand for, row by row, in double.
struct ClassProbabilities {
  /// `exp(z) / sum exp(z)`, row-major.
  let values: [Double]

  /// The most probable class of each row, the first of equal ones.
  let predicted: [Int]

  private let width: Int

  /// Takes the softmax of each row.
  ///
  /// - Parameters:
  ///   - logits: The logits, row-major.
  ///   - classes: The logits of a row, at least one.
  ///   - temperature: What logits are divided by first.
  init(logits: [Float], classes: Int, temperature: Double = 1) {
    var values = logits.map { Double($0) / temperature }
    var predicted: [Int] = []
    for start in stride(from: 0, to: values.count, by: classes) {
      let row = start..<start + classes
      let largest = row.reduce(start) { values[$1] > values[$0] ? $1 : $0 }
      let peak = values[largest]
      for index in row { values[index] = exp(values[index] - peak) }
      let sum = values[row].reduce(0, +)
      for index in row { values[index] /= sum }
      predicted.append(largest - start)
    }
    self.values = values
    self.predicted = predicted
    width = classes
  }

  /// Takes the softmax of each row of a network's outputs; a single output of two classes is the logit
  /// of the second, against 0.
  ///
  /// - Parameters:
  ///   - outputs: The outputs, row-major.
  ///   - classes: The classes, at least one.
  ///   - width: The outputs of a row.
  ///   - temperature: What logits are divided by first.
  init(outputs: [Float], classes: Int, width: Int, temperature: Double = 1) {
    self.init(
      logits: Self.logits(outputs, classes: classes, width: width), classes: classes,
      temperature: temperature)
  }

  /// A network's outputs as one logit a class.
  static func logits(_ outputs: [Float], classes: Int, width: Int) -> [Float] {
    width == 1 && classes == 2 ? outputs.flatMap { [0, $0] } : outputs
  }

  /// The probability of the most probable class of each row.
  var confidences: [Double] { predicted.enumerated().map { values[$0 * width + $1] } }

  /// The expected calibration error, given the class of each row; `nil` without rows.
  func calibrationError(labels: [Int32]) -> Double? {
    expectedCalibrationError(
      confidences: confidences,
      correct: zip(labels, predicted).map { Int($0) == $1 })
  }
}
