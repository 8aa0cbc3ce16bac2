import Datasets
import Runs
import SeededRandom

/// Mistakes in the data, and what is nearly one.
extension Planting {
  static let mistakesInData: [Planting] = [
    Planting("a constant column", "constant-column train site") {
      $0.train.add("site") { _, _ in "north" }
      $0.test?.add("site") { _, _ in "north" }
    },
    Planting("a column that is constant in test alone", "constant-column test income") {
      $0.test?.scale("income") { _ in 50 }
    },
    Planting("a copy of a column", "duplicate-column train again") {
      $0.train.add("again") { $1["income"][$0] }
      $0.test?.add("again") { $1["income"][$0] }
    },
    Planting("a column in other units", "duplicate-column train height_in") {
      $0.train.add("height_in") { "\((Double($1["height"][$0]) ?? 0) / 2.54)" }
      $0.test?.add("height_in") { "\((Double($1["height"][$0]) ?? 0) / 2.54)" }
    },
    Planting("other codes of a category", "duplicate-column train code") {
      $0.train.add("code") { String($1["city"][$0].prefix(1)) }
      $0.test?.add("code") { String($1["city"][$0].prefix(1)) }
    },
    Planting("rows that stand twice", "duplicate-rows train") {
      $0.train.rows += $0.train.rows[10..<16]
    },
    Planting("one row that stands twice", "duplicate-rows train") {
      $0.train.rows.append($0.train.rows[7])
    },
    Planting("rows of train in test", "leaked-rows test") {
      $0.test?.rows += $0.train.rows[20..<40]
    },
    Planting(
      "rows of train in test under other numbers", "leaked-rows test", "identifier train row"
    ) {
      $0.test?.rows += $0.train.rows[20..<40]
      $0.train.add("row") { row, _ in "\(row)" }
      $0.test?.add("row") { row, _ in "\(row + 5000)" }
    },
    Planting("rows of train in test under the other label", "leaked-rows test bought") {
      $0.test?.rows += $0.train.rows[20..<40].map {
        $0.dropLast() + [$0[4] == "yes" ? "no" : "yes"]
      }
    },
    Planting("a number of the row", "identifier train number") {
      $0.train.add("number") { row, _ in "\(1000 + row)" }
      $0.test?.add("number") { row, _ in "\(9000 + row)" }
    },
    Planting("numbers of customers in no order", "identifier train customer_id") {
      $0.train.add("customer_id") { row, _ in "\((row * 7919) % 100_003)" }
      $0.test?.add("customer_id") { row, _ in "\((row * 7919 + 11) % 100_003)" }
    },
    Planting("names of rows", "identifier train token") {
      $0.train.add("token") { row, _ in "k\((row * 7919) % 100_003)x" }
      $0.test?.add("token") { row, _ in "t\((row * 7919) % 100_003)x" }
    },
    Planting("a column that tells the class", "predicts-target train loyalty") {
      $0.train.add("loyalty") { $1["bought"][$0] == "yes" ? "\(5 + $0 % 7)" : "\($0 % 5)" }
      $0.test?.add("loyalty") { $1["bought"][$0] == "yes" ? "\(5 + $0 % 7)" : "\($0 % 5)" }
    },
    Planting("a copy by name", "named-like-target train bought_copy") {
      $0.train.add("bought_copy") { row, _ in row % 3 == 0 ? "a" : "b" }
      $0.test?.add("bought_copy") { row, _ in row % 3 == 0 ? "a" : "b" }
    },
    Planting("a class that train has not", "unseen-labels test bought") {
      $0.test?.replace("bought") { row, cell in row % 9 == 0 ? "maybe" : cell }
    },
    Planting("cities that train has not", "unseen-categories test city") {
      $0.test?.replace("city") { row, _ in ["Oslo", "Porto", "Gent"][row % 3] }
    },
    Planting("words of which each is its own class", "labels train bought") {
      $0.train.replace("bought") { row, _ in "word \(row)" }
      $0.test?.replace("bought") { row, _ in "word \(row)" }
    },
    Planting("a misspelt class", "stray-labels train bought") {
      $0.train.rows[5][4] = "yess"
    },
    Planting("a rare class", "class-imbalance train bought") {
      $0.train.replace("bought") { row, _ in row % 12 == 0 ? "yes" : "no" }
    },
    Planting("labels that are missing", "labels train bought") {
      $0.train.replace("bought") { row, cell in row % 5 == 0 ? "" : cell }
    },
    Planting("labels that test lacks", "labels test bought") {
      $0.test?.replace("bought") { row, cell in row % 5 == 0 ? "" : cell }
    },
    Planting("gaps in test alone", "missing-values test income") {
      $0.test?.replace("income") { row, cell in row % 4 == 0 ? "" : cell }
    },
    Planting("a column that test has not filled in", "missing-values test height") {
      $0.test?.replace("height") { _, _ in "" }
    },
    Planting("a factor of 10", "units-changed test income") {
      $0.test?.scale("income") { $0 * 10 }
    },
    Planting("a factor of 1/1000", "units-changed test income") {
      $0.test?.scale("income") { $0 / 1000 }
    },
    Planting("inches", "units-changed test height") { $0.test?.scale("height") { $0 / 2.54 } },
    Planting("Fahrenheit", "units-changed test heat") {
      $0.train.add("heat") { row, _ in Sheet.text(10 + Double(row * 37 % 101) / 7) }
      $0.test?.add("heat") { row, _ in Sheet.text((11 + Double(row * 41 % 103) / 7) * 1.8 + 32) }
    },
    Planting("whole Fahrenheit", "units-changed test heat") {
      func whole(_ value: Double) -> String { "\(Int(value.rounded()))" }
      $0.train.add("heat") { row, _ in whole(Double(row * 37 % 101) / 4) }
      $0.test?.add("heat") { row, _ in whole((1 + Double(row * 41 % 103) / 4) * 1.8 + 32) }
    },
    Planting("dates that no option reads", "dates train since") {
      $0.train.add("since") { row, _ in "\(10 + row * 7 % 18).0\(1 + row % 9).2021" }
      $0.test?.add("since") { row, _ in "\(10 + row * 7 % 18).0\(1 + row % 9).2022" }
    },
    Planting("one cell of text", "mixed-types train income") { $0.train.rows[30][1] = "n.a." },
    Planting("text where train has numbers", "mixed-types test income") {
      $0.test?.rows[30][1] = "abc"
    },
    Planting("-999 for what is missing", "placeholder-values train income") {
      for row in [3, 50, 90] { $0.train.rows[row][1] = "-999" }
    },
    Planting("9999 for what is missing", "placeholder-values train height") {
      $0.train.rows[3][2] = "9999"
    },
    Planting("words for what is missing", "placeholder-values train city") {
      for row in 0..<20 { $0.train.rows[row * 3][3] = "n.a." }
    },
    Planting("prices as people write them", "numbers-as-text train price") {
      $0.train.add("price") { row, _ in "$1,\(200 + row * 7 % 90).50" }
      $0.test?.add("price") { row, _ in "$1,\(200 + row * 7 % 90).50" }
    },
    Planting("dates", "dates train since") {
      $0.train.add("since") { row, _ in "2021-0\(1 + row % 9)-\(10 + row * 7 % 18)" }
      $0.test?.add("since") { row, _ in "2022-0\(1 + row % 9)-\(10 + row * 7 % 18)" }
    },
    Planting("dates as numbers", "dates train since") {
      $0.train.add("since") { row, _ in "20210\(1 + row % 9)\(10 + row * 7 % 18)" }
      $0.test?.add("since") { row, _ in "20210\(1 + row % 9)\(10 + row * 7 % 18)" }
    },
    Planting("a category in other letters", "category-variants train city") {
      for row in 0..<30 { $0.train.rows[row][3] = $0.train.rows[row][3].lowercased() }
    },
    Planting("a category with a space in test", "category-variants test city") {
      $0.test?.replace("city") { _, cell in cell + " " }
    },
    Planting("text in a wrong encoding", "text-encoding train city", "text-encoding test city") {
      $0.train.replace("city") { _, cell in cell == "Turin" ? "KÃ¶ln" : cell }
      $0.test?.replace("city") { _, cell in cell == "Turin" ? "KÃ¶ln" : cell }
    },
    Planting("many categories", "many-categories train street") {
      $0.train.add("street") { row, _ in "street \(row * 31 % 97)" }
      $0.test?.add("street") { row, _ in "street \(row * 31 % 97)" }
    },
    Planting("a column that test has not", "columns-differ test height") {
      $0.test?.remove("height")
    },
    Planting("a test set without answers", "no-test-set test bought") {
      $0.test?.remove("bought")
    },
    Planting("another order of columns", "columns-differ test") {
      guard let heights = $0.test?["height"] else { return }
      $0.test?.remove("height")
      $0.test?.names.insert("height", at: 0)
      for row in heights.indices { $0.test?.rows[row].insert(heights[row], at: 0) }
    },
  ]

  static let nearMissesInData: [Planting] = [
    Planting("a column that is nearly constant") {
      $0.train.add("site") { row, _ in row % 40 == 0 ? "south" : "north" }
      $0.test?.add("site") { row, _ in row % 30 == 0 ? "south" : "north" }
    },
    Planting("columns that go together") {
      var random = SeededGenerator(seed: 5)
      func near(_ row: Int, _ sheet: Sheet) -> String {
        Sheet.text((Double(sheet["income"][row]) ?? 0) + .random(in: -4...4, using: &random))
      }
      $0.train.add("spending", near)
      $0.test?.add("spending", near)
    },
    Planting("rows that differ in one cell") {
      let rows = $0.train.rows[10..<20].map { [$0[0], $0[1], "171.5", $0[3], $0[4]] }
      $0.train.rows += rows
      $0.test?.rows += rows.map { [$0[0], $0[1], "172.5", $0[3], $0[4]] }
    },
    Planting("whole numbers of which some stand twice") {
      $0.train.add("visits") { row, _ in "\(row * row % 211)" }
      $0.test?.add("visits") { row, _ in "\(row * row % 211)" }
    },
    Planting("a column that tells the class in nine rows of ten") {
      func guess(_ row: Int, _ sheet: Sheet) -> String {
        (sheet["bought"][row] == "yes") != (row % 10 == 0) ? "\(50 + row % 40)" : "\(row % 40)"
      }
      $0.train.add("visits", guess)
      $0.test?.add("visits", guess)
    },
    Planting("a name that begins like the target's") {
      $0.train.add("bought_before_may") { row, _ in row % 3 == 0 ? "a" : "b" }
      $0.test?.add("bought_before_may") { row, _ in row % 3 == 0 ? "a" : "b" }
    },
    Planting("a class of a fifth of the rows") {
      $0.train.replace("bought") { row, _ in row % 5 == 0 ? "yes" : "no" }
    },
    Planting("as many gaps in both files") {
      for row in stride(from: 0, to: 180, by: 5) {
        $0.train.rows[row][1] = ""
        $0.test?.rows[row][1] = ""
      }
    },
    Planting("incomes that have doubled") { $0.test?.scale("income") { $0 * 1.5 + 20 } },
    Planting("a class that is a number far off") {
      $0.train.replace("bought") { _, cell in cell == "yes" ? "999" : "1" }
      $0.test?.replace("bought") { _, cell in cell == "yes" ? "999" : "1" }
    },
    Planting("a place far off that nothing stands for") { $0.train.rows[3][1] = "-12" },
    Planting("dates that an option names") {
      $0.train.add("since") { row, _ in "2021-0\(1 + row % 9)-\(10 + row * 7 % 18)" }
      $0.test?.add("since") { row, _ in "2021-0\(1 + row % 9)-\(10 + row * 5 % 18)" }
      $0.configure = { $0.data.preprocessing.dates = ["since": []] }
    },
    Planting("a new city here and there") {
      $0.test?.replace("city") { row, cell in row % 15 == 0 ? "Oslo" : cell }
    },
    Planting("an age of 99") { $0.train.rows[3][0] = "99" },
    Planting("features that stand in train under another number") {
      $0.train.replace("bought") { row, _ in "\(Double(100 + row * 37 % 101) / 8)" }
      $0.test?.replace("bought") { row, _ in "\(Double(100 + row * 41 % 103) / 8)" }
      let rows = $0.train.rows[20..<40]
      $0.test?.rows += rows.map { $0.dropLast() + ["\((Double($0[4]) ?? 0) + 0.0625)"] }
    },
    Planting("codes of numbers and letters") {
      $0.train.add("seat") { row, _ in "\(1 + row % 9)\(["A", "B", "C", "D"][row % 4])" }
      $0.test?.add("seat") { row, _ in "\(1 + row % 9)\(["A", "B", "C", "D"][row % 4])" }
    },
    Planting("letters of other languages") {
      $0.train.replace("city") { _, cell in cell == "Turin" ? "Köln" : cell }
      $0.test?.replace("city") { _, cell in cell == "Turin" ? "Köln" : cell }
    },
    Planting("grades that differ in a sign") {
      $0.train.add("grade") { row, _ in ["A", "A-", "A+", "B"][row * 7 % 4] }
      $0.test?.add("grade") { row, _ in ["A", "A-", "A+", "B"][row * 7 % 4] }
    },
  ]
}
