import SeededRandom

/// A table of text, to plant mistakes in.
struct Sheet {
  var names: [String]
  var rows: [[String]]

  /// Customers: numbers, categories, and a target that leans on two of them; nothing is wrong with
  /// them.
  static func customers(_ count: Int, seed: UInt64, aged years: Double = 0) -> Sheet {
    var random = SeededGenerator(seed: seed)
    let cities = ["Bonn", "Graz", "Lyon", "Turin"]
    let rows = (0..<count).map { _ -> [String] in
      let age = Double.random(in: 18...75, using: &random) + years
      let income = 20 + 0.3 * age + Double.random(in: 0...40, using: &random)
      let height = (0..<6).reduce(140.0) { sum, _ in sum + .random(in: 0...10, using: &random) }
      let city = cities[Int.random(in: 0..<4, using: &random)]
      let score =
        (income - 54) / 12 + (city == "Graz" ? 1 : 0) + .random(in: -2...2, using: &random)
      return [
        "\(Int(age))", text(income), text(height), city, score > 0 ? "yes" : "no",
      ]
    }
    return Sheet(names: ["age", "income", "height", "city", "bought"], rows: rows)
  }

  /// A number with two decimals.
  static func text(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }

  /// The cells of a column.
  subscript(column: String) -> [String] {
    let place = index(column)
    return rows.map { $0[place] }
  }

  /// Adds a column in front of the target.
  mutating func add(_ column: String, _ cell: (Int, Sheet) -> String) {
    let cells = rows.indices.map { cell($0, self) }
    names.insert(column, at: names.count - 1)
    for row in rows.indices { rows[row].insert(cells[row], at: rows[row].count - 1) }
  }

  /// Puts other cells into a column.
  mutating func replace(_ column: String, _ cell: (Int, String) -> String) {
    let place = index(column)
    for row in rows.indices { rows[row][place] = cell(row, rows[row][place]) }
  }

  /// Changes the numbers of a column.
  mutating func scale(_ column: String, _ change: (Double) -> Double) {
    replace(column) { _, cell in Double(cell).map { "\(change($0))" } ?? cell }
  }

  /// Takes a column out.
  mutating func remove(_ column: String) {
    let place = index(column)
    names.remove(at: place)
    for row in rows.indices { rows[row].remove(at: place) }
  }

  /// The file: cells in quotes where they need them.
  var csv: String {
    ([names] + rows).map { row in
      row.map { $0.contains(",") || $0.contains("\"") ? "\"\($0)\"" : $0 }.joined(separator: ",")
        + "\n"
    }.joined()
  }

  private func index(_ column: String) -> Int { names.firstIndex(of: column) ?? 0 }
}
