import NeuralEngine
import TerminalUI

/// What `bench` measured.
struct BenchReport {
  /// The kernels that were run, as `RIDGELINE_KERNELS` names them.
  var kernels: String

  /// The processors that were there.
  var processors: Int

  /// The rate of a large product, in operations a second; `nil` when no case needs it.
  var product: Spread?

  /// The cases, in the order of their list.
  var rows: [Row]

  /// The rows and columns of the matrices of that product: its rate no longer grows with them.
  static let productSize = 2_048

  /// One case.
  struct Row {
    var bench: BenchCase

    /// Rows, or series, a second.
    var rate: Spread

    /// The part of the product's rate in the same round that its own products reach.
    var share: Spread?
  }

  /// The table for people.
  var text: String {
    let table = AlignedText(
      titles: ["case", "network", "batch", "a second", "low", "high", "of product"],
      rows: rows.map(cells), leftAligned: [0, 1])
    var text = table.text + "\nRows, or series, a second. Kernels \(kernels), \(processors) "
    text += processors == 1 ? "processor.\n" : "processors.\n"
    if let product {
      text += "A product of \(NumberText.count(Self.productSize)) rows and columns: "
      text += "\(gigaflops(product.median)) GFLOP/s "
      text += "(\(gigaflops(product.low)) to \(gigaflops(product.high))).\n"
    }
    return text
  }

  /// The object for scripts.
  var json: JSONValue {
    [
      "kernels": .string(kernels), "processors": .integer(processors),
      "product": product?.json ?? .null,
      "cases": .array(
        rows.map { row in
          [
            "case": .string(row.bench.name), "network": .string(row.bench.network),
            "batch": .integer(row.bench.batchSize), "rows": .integer(row.bench.rows),
            "rate": row.rate.json, "product_share": row.share?.json ?? .null,
          ]
        }),
    ]
  }

  private func cells(_ row: Row) -> [String] {
    [row.bench.name, row.bench.network, "\(row.bench.batchSize)"]
      + [row.rate.median, row.rate.low, row.rate.high].map { NumberText.count(Int($0)) }
      + [row.share.map { NumberText.percent($0.median) } ?? "-"]
  }

  private func gigaflops(_ rate: Double) -> String { NumberText.count(Int((rate / 1e9).rounded())) }
}
