import Datasets
import NeuralEngine
import Runs

/// How much a model leans on each feature column.
///
/// `use = sqrt(sum over the inputs i made from the column of (sd_i * norm(W_i))^2)`, with `W_i` the
/// weights that leave input i and `sd_i` its population deviation on train after preprocessing;
/// relative to the largest.
struct ColumnUse {
  private let deviations: [Double]
  private let means: [Double]

  /// For each input the place of its column among the features.
  private let columns: [Int?]
  private let featureCount: Int

  /// Measures the inputs on train.
  ///
  /// - Parameters:
  ///   - features: The feature columns, in the order of the result.
  ///   - inputs: The inputs of the network, in order.
  ///   - train: Their values.
  init(features: [String], inputs: [InputDescription], train: FeatureMatrix) {
    featureCount = features.count
    let places = Dictionary(
      features.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    columns = inputs.map { places[$0.column] }
    let moments = (0..<train.columns).map { column in
      let values = stride(from: column, to: train.values.count, by: train.columns)
        .map { Double(train.values[$0]) }
      let mean = values.reduce(0, +) / Double(max(values.count, 1))
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (mean: mean, deviation: (squares / Double(max(values.count, 1))).squareRoot())
    }
    means = moments.map(\.mean)
    deviations = moments.map(\.deviation)
  }

  /// The use of each column that is an input, by its name; of many rows a draw tells the deviations.
  static func byName(
    inputs: [InputDescription], _ matrix: FeatureMatrix, network: Network
  ) -> [String: Double] {
    let names = Array(Set(inputs.map(\.column)))
    let rows = RowDraw.rows(of: matrix.rows, limit: ModelObserver.rowLimit, split: .train)
    let values = rows.flatMap { matrix.values[$0 * matrix.columns..<($0 + 1) * matrix.columns] }
    let use = ColumnUse(
      features: names, inputs: inputs,
      train: FeatureMatrix(rows: rows.count, columns: matrix.columns, values: values)
    ).relative(inputNorms: network.inputNorms(), embedded: network.embeddedOutputs())
    return Dictionary(zip(names, use)) { first, _ in first }
  }

  /// The use of each feature column.
  ///
  /// An embedding counts by its numbers: their deviations on train, from the shares of the categories.
  ///
  /// - Parameters:
  ///   - inputNorms: The norm of the weights that leave each input; 0 of those that are embedded.
  ///   - embedded: The embeddings, with the norms of the weights that leave their numbers.
  /// - Returns: Numbers from 0 to 1, in the order of the features; columns that are no input have 0.
  func relative(
    inputNorms: [Double],
    embedded: [(embedding: Embedding, table: [Float], norms: [Double])] = []
  ) -> [Double] {
    var squares = [Double](repeating: 0, count: featureCount)
    for (input, norm) in inputNorms.enumerated() where input < columns.count {
      guard let column = columns[input] else { continue }
      let use = deviations[input] * norm
      squares[column] += use * use
    }
    for (embedding, table, norms) in embedded where embedding.inputs.upperBound <= means.count {
      guard let column = columns[embedding.first] else { continue }
      for (dimension, norm) in norms.enumerated() {
        var mean = 0.0
        var square = 0.0
        for (place, input) in embedding.inputs.enumerated() {
          let number = Double(table[place * embedding.dimensions + dimension])
          mean += means[input] * number
          square += means[input] * number * number
        }
        squares[column] += max(square - mean * mean, 0) * norm * norm
      }
    }
    let uses = squares.map { $0.squareRoot() }
    let largest = uses.max() ?? 0
    return largest > 0 ? uses.map { $0 / largest } : uses
  }
}
