import Foundation

/// The probabilities that logits stand for, row by row, in double.
///
/// - Parameters:
///   - logits: The logits, row-major.
///   - classes: The logits of a row, at least one.
/// - Returns: `exp(z) / sum exp(z)`, of the same shape.
func softmax(_ logits: [Float], classes: Int) -> [Double] {
  var probabilities = logits.map(Double.init)
  for start in stride(from: 0, to: probabilities.count, by: classes) {
    let row = start..<start + classes
    let largest = probabilities[row].max() ?? 0
    for index in row { probabilities[index] = exp(probabilities[index] - largest) }
    let sum = probabilities[row].reduce(0, +)
    for index in row { probabilities[index] /= sum }
  }
  return probabilities
}

/// The place of the largest number of each row, the first of equal ones.
func largest(_ values: [Double], in width: Int) -> [Int] {
  stride(from: 0, to: values.count, by: width).map { start in
    (start..<start + width).reduce(start) { values[$1] > values[$0] ? $1 : $0 } - start
  }
}
