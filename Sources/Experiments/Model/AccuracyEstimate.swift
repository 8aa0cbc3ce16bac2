/// What the accuracy of a classifier on rows without labels may be, by how sure it is of them.
public struct AccuracyEstimate: Sendable, Equatable {
  /// The rows, or series.
  public var rows: Int

  /// The mean of the rows' largest probabilities, at ``temperature``.
  public var accuracy: Double

  /// The temperature that probabilities were softened by; 1 when no validation rows said how much.
  public var temperature: Double

  /// Creates an estimate.
  public init(rows: Int, accuracy: Double, temperature: Double) {
    self.rows = rows
    self.accuracy = accuracy
    self.temperature = temperature
  }

  /// Takes the mean confidence of outputs; `nil` without rows.
  init?(outputs: [Float], classes: Int, width: Int, temperature: Double) {
    let probabilities = ClassProbabilities(
      outputs: outputs, classes: classes, width: width, temperature: temperature)
    let confidences = probabilities.confidences
    guard !confidences.isEmpty else { return nil }
    self.init(
      rows: confidences.count,
      accuracy: confidences.reduce(0, +) / Double(confidences.count), temperature: temperature)
  }
}
