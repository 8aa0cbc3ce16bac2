import Datasets
import Foundation
import NeuralEngine

/// What a linear classifier needs of inputs to find more than a move of their means.
///
/// The inputs themselves, their products by twos, for variances and correlations, and cosines of random
/// projections, for what is left (Rahimi and Recht, NIPS 2007). Beyond 256 inputs random projections take
/// their place; beyond 512 products the squares stay, with 512 products of random projections. Each
/// feature is standardised over all rows. Nothing of it depends on which sample a row is of.
struct ExpandedFeatures {
  private static let mostInputs = 256
  private static let mostProducts = 512
  private static let waves = 128

  /// The features of the rows that they were fitted to.
  let matrix: DenseMatrix

  private let projection: DenseMatrix?
  private let factors: [DenseMatrix]
  private let frequencies: DenseMatrix
  private let phases: [Float]
  private var means: [Float] = []
  private var scales: [Float] = []

  /// Draws the projections, and fits the features to rows.
  init(_ inputs: DenseMatrix, seed: UInt64) {
    func gaussian(_ rows: Int, _ columns: Int, scale: Float, index: UInt64) -> DenseMatrix {
      var random = CounterRandom(seed: seed, purpose: .twoSampleTest, index: index)
      let result = DenseMatrix(rows: rows, columns: columns)
      for row in 0..<rows {
        for column in 0..<columns { result[row, column] = Float(random.nextNormal()) * scale }
      }
      return result
    }
    let width = min(inputs.columns, Self.mostInputs)
    projection =
      inputs.columns > width
      ? gaussian(inputs.columns, width, scale: 1 / Float(inputs.columns).squareRoot(), index: 1)
      : nil
    factors =
      width * (width + 1) / 2 > Self.mostProducts
      ? [2, 3].map {
        gaussian(width, Self.mostProducts, scale: 1 / Float(width).squareRoot(), index: $0)
      } : []
    frequencies = gaussian(
      inputs.columns, Self.waves, scale: 1 / inputs.medianDistance(seed: seed), index: 4)
    var random = CounterRandom(seed: seed, purpose: .twoSampleTest, index: 5)
    phases = (0..<Self.waves).map { _ in Float(2 * .pi * random.nextUnit()) }

    let products = factors.isEmpty ? width * (width + 1) / 2 : width + Self.mostProducts
    matrix = DenseMatrix(rows: inputs.rows, columns: width + products + Self.waves)
    fill(matrix, from: inputs)
    (means, scales) = Self.moments(of: matrix)
    standardize(matrix)
  }

  /// The features of other rows.
  func features(of inputs: DenseMatrix) -> DenseMatrix {
    let result = DenseMatrix(rows: inputs.rows, columns: matrix.columns)
    fill(result, from: inputs)
    standardize(result)
    return result
  }

  /// Writes the raw features of all rows, on all processors.
  private func fill(_ result: DenseMatrix, from inputs: DenseMatrix) {
    _ = chunks(of: inputs.rows).concurrentMap(work: .max) { chunk in
      let projected = projection.map { inputs.times($0, rows: chunk) }
      let sides = factors.map { factor in
        projected.map { $0.times(factor, rows: 0..<chunk.count) }
          ?? inputs.times(factor, rows: chunk)
      }
      let angles = inputs.times(frequencies, rows: chunk)
      for (place, row) in chunk.enumerated() {
        let values =
          projected.map { $0.withRow(place) { Array($0) } }
          ?? inputs.withRow(row) { Array($0) }
        result.withRow(row) { features in
          var next = 0
          func append(_ feature: Float) {
            features[next] = feature
            next += 1
          }
          for value in values { append(value) }
          if sides.isEmpty {
            for (first, value) in values.enumerated() {
              for other in values[first...] { append(value * other) }
            }
          } else {
            for value in values { append(value * value) }
            for column in 0..<Self.mostProducts {
              append(sides[0][place, column] * sides[1][place, column])
            }
          }
          for (column, phase) in phases.enumerated() {
            append(cos(angles[place, column] + phase))
          }
        }
      }
    }
  }

  private func standardize(_ matrix: DenseMatrix) {
    for row in 0..<matrix.rows {
      matrix.withRow(row) { values in
        for column in values.indices {
          values[column] = (values[column] - means[column]) * scales[column]
        }
      }
    }
  }

  /// The mean of each column, and 1 over its deviation; 0 for a column that does not vary.
  private static func moments(of matrix: DenseMatrix) -> (means: [Float], scales: [Float]) {
    var sums = [Double](repeating: 0, count: matrix.columns)
    var squares = sums
    let count = Double(max(matrix.rows, 1))
    forEachValue(of: matrix) { sums[$0] += Double($1) }
    let means = sums.map { Float($0 / count) }
    forEachValue(of: matrix) { column, value in
      let deviation = Double(value - means[column])
      squares[column] += deviation * deviation
    }
    let scales = squares.map { square in
      let deviation = (square / count).squareRoot()
      return deviation > 1e-6 ? Float(1 / deviation) : 0
    }
    return (means, scales)
  }

  private static func forEachValue(of matrix: DenseMatrix, _ body: (Int, Float) -> Void) {
    for row in 0..<matrix.rows {
      matrix.withRow(row) { values in
        for column in values.indices { body(column, values[column]) }
      }
    }
  }
}
