import Runs

/// The errors of a regression some of whose targets the engine's single precision does not hold.
///
/// Summed up in double, in a unit near the largest error, as squares of what fits a double need not fit
/// one. A power of two, the unit costs no digits.
struct WideErrors {
  private let unit: Double
  private let count: Double
  private let absolute: Double
  private let squares: Double
  private let targetSquares: Double

  /// Sums up what a network put out for some rows against what it should have.
  ///
  /// - Parameters:
  ///   - outputs: One number a row.
  ///   - targets: One number a row, in the same units.
  init(outputs: [Float], targets: [Double]) {
    let largest = zip(outputs, targets).reduce(1) { max($0, abs(Double($1.0)), abs($1.1)) }
    let unit = Double(
      sign: .plus, exponent: largest.isFinite ? largest.exponent : 0, significand: 1)
    let count = Double(targets.count)
    let mean = targets.reduce(0) { $0 + $1 / unit } / count
    var (absolute, squares, targetSquares) = (0.0, 0.0, 0.0)
    for (output, target) in zip(outputs, targets) {
      let error = Double(output) / unit - target / unit
      absolute += abs(error)
      squares += error * error
      let distance = target / unit - mean
      targetSquares += distance * distance
    }
    self.unit = unit
    self.count = count
    self.absolute = absolute
    self.squares = squares
    self.targetSquares = targetSquares
  }

  /// The metrics; the loss is infinite where a double does not hold it, and the others are numbers.
  ///
  /// - Parameter scale: What an error is multiplied by to be told in the target's units.
  /// - Returns: The metrics.
  func metrics(scale: Double) -> Metrics {
    Metrics(
      loss: squares / count * unit * unit, meanAbsoluteError: absolute / count * unit * scale,
      rootMeanSquaredError: (squares / count).squareRoot() * unit * scale,
      r2: targetSquares > 0 ? 1 - squares / targetSquares : .nan)
  }
}
