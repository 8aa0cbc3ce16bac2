import Datasets
import NeuralEngine
import Runs
import Shift

extension Network {
  /// The most rows that a temperature is fitted on; more are represented by a draw.
  private static let temperatureRows = 2000

  /// The temperature, 1 or more, at which a classifier's log loss is lowest on some rows.
  ///
  /// - Parameters:
  ///   - split: Rows that the network did not learn from.
  ///   - classes: The classes.
  /// - Returns: The temperature; `nil` in a regression, and without a row of a class that the network has.
  func temperature(on split: SplitData, classes: Int) -> Double? {
    let drawn = RowDraw.rows(of: split.rows, limit: Self.temperatureRows, split: .validation)
    let rows = drawn.count < split.rows ? split.selecting(rows: drawn) : split
    guard case .classes(let labels) = rows.target else { return nil }
    let samples = rows.makeSamples()
    var outputs: [Float] = []
    self.outputs(of: samples, rows: 0..<samples.count, into: &outputs)
    let logits = ClassProbabilities.logits(
      outputs, classes: classes, width: architecture.outputs)
    return TemperatureScaling.fit(
      logits: logits.map(Double.init), classes: classes, labels: labels)
  }
}
