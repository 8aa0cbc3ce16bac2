import Datasets
import NeuralEngine
import Shift

/// The rows of two tables as inputs, those of the reference first.
///
/// The preprocessing is fitted on the rows of both: fitted on one of them, it would treat the two
/// unlike, categories that only the other has above all, and tell them apart by that alone.
struct PooledSample {
  /// Scaled numbers are cut at so many deviations: a single row far out must not decide a test.
  private static let clip = 5.0

  /// The rows drawn of each table.
  let counts: Paired<Int>

  /// The inputs that vary, a row each.
  let inputs: DenseMatrix

  /// The column that each input is made from.
  let columns: [String]

  /// Draws rows of two tables and makes inputs of them; `nil` when no column varies, or when there are
  /// fewer than two rows of one table.
  ///
  /// - Parameters:
  ///   - tables: Tables without the target.
  ///   - limit: The most rows of each.
  ///   - seed: Decides which rows are drawn, when there are more.
  init?(_ tables: Paired<Table>, limit: Int, seed: UInt64) {
    var random = CounterRandom(seed: seed, purpose: .sample)
    let drawn = [tables.reference, tables.current].map { table in
      table.selecting(rows: RowDraw.rows(of: table.rowCount, limit: limit, using: &random))
    }
    counts = Paired(reference: drawn[0].rowCount, current: drawn[1].rowCount)
    guard min(counts.reference, counts.current) >= 2 else { return nil }
    let pooled = drawn[0].pooled(with: drawn[1])
    let empty = zip(pooled.names, pooled.columns)
      .filter { $1.missingCount == pooled.rowCount }.map(\.0)
    // What it still throws is that no column varies.
    guard
      let pipeline = try? Pipeline.fit(
        pooled.dropping(empty), options: PreprocessingOptions(scaling: .standard, clip: Self.clip)),
      let matrix = try? pipeline.transform(pooled)
    else { return nil }
    let width = matrix.columns
    let varying = (0..<width).filter { input in
      let places = stride(from: input, to: matrix.values.count, by: width)
      return places.contains { matrix.values[$0] != matrix.values[input] }
    }
    guard !varying.isEmpty else { return nil }
    columns = varying.map { pipeline.inputs[$0].column }
    inputs = DenseMatrix(rows: matrix.rows, columns: varying.count)
    for row in 0..<matrix.rows {
      inputs.withRow(row) { inputs in
        for (place, input) in varying.enumerated() {
          inputs[place] = matrix.values[row * width + input]
        }
      }
    }
  }

  private init(counts: Paired<Int>, inputs: DenseMatrix, columns: [String]) {
    self.counts = counts
    self.inputs = inputs
    self.columns = columns
  }

  /// Whether a row is one of the current table.
  func isCurrent(_ row: Int) -> Bool { row >= counts.reference }

  /// At most `limit` rows of each table, of those drawn.
  func drawing(_ limit: Int, seed: UInt64) -> PooledSample {
    var random = CounterRandom(seed: seed, purpose: .sample, index: 1)
    let reference = RowDraw.rows(of: counts.reference, limit: limit, using: &random)
    let current = RowDraw.rows(of: counts.current, limit: limit, using: &random)
    return PooledSample(
      counts: Paired(reference: reference.count, current: current.count),
      inputs: inputs.selecting(reference + current.map { counts.reference + $0 }),
      columns: columns)
  }
}

extension DenseMatrix {
  /// The given rows, in the given order.
  func selecting(_ selected: [Int]) -> DenseMatrix {
    let result = DenseMatrix(rows: selected.count, columns: columns)
    for (place, row) in selected.enumerated() {
      withRow(row) { from in result.withRow(place) { _ = $0.update(from: from) } }
    }
    return result
  }
}
