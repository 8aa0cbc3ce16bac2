import Datasets
import Experiments
import Foundation
import Shift

/// Compares pairs of tables that stand on its standard input, for `Benchmarks/calibration`.
///
/// A pair is a line `REFERENCE CURRENT KINDS TESTS`, filled up with spaces to 256 bytes, with the rows of the two tables, a letter for each
/// column (`n` for numbers, `c` for categories, told by whole numbers from 0), and what is wanted: `features`,
/// `multivariate`, or `split`, of losses in the last column by the numbers before it. Behind it the columns follow, first of the reference, as doubles; NaN is a missing cell.
/// The answer is a line: for each column a few `KEY=VALUE`, parted by commas, or those of the tests of all columns
/// together.
@main
struct CalibrationProbe {
  static func main() throws {
    while let head = try bytes(256) {
      let line = String(decoding: head, as: UTF8.self)
      let words = line.split { " \n".contains($0) }.map(String.init)
      guard words.count == 4, let reference = Int(words[0]), let current = Int(words[1]) else {
        throw Problem(description: "no pair of tables: \(line)")
      }
      let tables = Paired(
        reference: try table(words[2], rows: reference), current: try table(words[2], rows: current)
      )
      let answer =
        switch words[3] {
        case "features": features(tables)
        case "multivariate": multivariate(tables)
        case "split": split(tables)
        default: throw Problem(description: "no test of the name '\(words[3])'")
        }
      FileHandle.standardOutput.write(Data((answer + "\n").utf8))
    }
  }

  private static func features(_ tables: Paired<Table>) -> String {
    DriftReport.compare(reference: tables.reference, current: tables.current).features
      .map { feature in
        [
          ("p", feature.p), ("effect", feature.effectSize), ("cvm", feature.cramerVonMises?.p),
          ("g", feature.gTest?.p), ("missing", feature.missingP),
        ].compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: ",")
      }.joined(separator: " ")
  }

  private static func multivariate(_ tables: Paired<Table>) -> String {
    let drift = MultivariateDrift.between(tables)
    return [
      ("auc", drift.classifier?.area), ("classifier", drift.classifier?.p),
      ("mmd", drift.discrepancy?.p),
    ].compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: ",")
  }

  private static func split(_ tables: Paired<Table>) -> String {
    func sample(_ table: Table) -> (inputs: FeatureMatrix, losses: [Double]) {
      let columns = table.columns.map { column in
        if case .numeric(let values) = column { values } else { [Double]() }
      }
      let inputs = columns.dropLast()
      return (
        FeatureMatrix(
          rows: table.rowCount, columns: inputs.count,
          values: (0..<table.rowCount).flatMap { row in inputs.map { Float($0[row]) } }),
        columns.last ?? []
      )
    }
    let (reference, current) = (sample(tables.reference), sample(tables.current))
    let split = LossSplit(
      losses: Paired(reference: reference.losses, current: current.losses),
      inputs: Paired(reference: reference.inputs, current: current.inputs))
    return [("inputs", split?.inputs), ("labels", split?.labels)].compactMap { name, part in
      part.flatMap { part in
        part.interval.map { "\(name)=\(part.value),\(name)_low=\($0.low),\(name)_high=\($0.high)" }
      }
    }.joined(separator: ",")
  }

  private static func table(_ kinds: String, rows: Int) throws -> Table {
    let columns = try kinds.map { kind in
      let values = try values(rows)
      guard kind == "c" else { return Column.numeric(values) }
      let codes = values.map { $0.isNaN ? -1 : Int32($0) }
      let levels = (0...max(codes.max() ?? 0, 0)).map { String($0) }
      return .categorical(CategoricalColumn(codes: codes, levels: levels))
    }
    return Table(
      source: "standard input", names: columns.indices.map { "x\($0)" }, columns: columns,
      rowCount: rows)
  }

  /// Some doubles of standard input.
  private static func values(_ count: Int) throws -> [Double] {
    guard let data = try bytes(count * MemoryLayout<Double>.stride) else {
      throw Problem(description: "standard input has ended early")
    }
    return [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = data.copyBytes(to: buffer) / MemoryLayout<Double>.stride
    }
  }

  /// So many bytes of standard input; `nil` when it has ended.
  private static func bytes(_ count: Int) throws -> Data? {
    var data = Data()
    while data.count < count {
      let more = try FileHandle.standardInput.read(upToCount: count - data.count)
      guard let more, !more.isEmpty else { return nil }
      data += more
    }
    return data
  }

  private struct Problem: Error, CustomStringConvertible {
    let description: String
  }
}
