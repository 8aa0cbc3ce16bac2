import Testing

@testable import Datasets

/// The warning about a column that a few cells make text of.
@Suite struct NumberSlipsTests {
  private func warnings(_ text: String, _ options: ReadOptions = ReadOptions()) throws -> [String] {
    try withTemporaryFile(text) { path in
      try TableReader(options).read([path])[0].warnings.map {
        $0.message.replacing(path, with: "1.csv")
      }
    }
  }

  private func table(numbers: Int, slips: Int) -> String {
    "id,age\n" + (0..<numbers).map { "\($0),\($0)\n" }.joined() + "5,\n"
      + (0..<slips).map { "\($0),n.a.\n" }.joined()
  }

  @Test func nineOfTenNumbersAreNamedWithTheFirstSlip() throws {
    #expect(
      try warnings(table(numbers: 9, slips: 1)) == [
        "1.csv, line 12, column \"age\": \"n.a.\" makes the column one of categories, and 90 % of "
          + "its cells are numbers; empty or correct such cells, or name the column in --categorical"
      ])
    #expect(try warnings(table(numbers: 999, slips: 1))[0].contains("99 % of its cells"))
  }

  @Test func fewerNumbersOrAnOptionAreNoSlip() throws {
    #expect(try warnings(table(numbers: 17, slips: 2)).isEmpty)
    #expect(try warnings(table(numbers: 9, slips: 0)).isEmpty)
    #expect(
      try warnings(table(numbers: 9, slips: 1), ReadOptions(categorical: ["age"])).isEmpty)
    #expect(try warnings(table(numbers: 9, slips: 1), ReadOptions(drop: ["age"])).isEmpty)
  }

  @Test func aDecimalCommaIsANumberWhereItMayBe() throws {
    let rows = (0..<19).map { "\($0);\($0),5\n" }.joined()
    #expect(try warnings("id;age\n\(rows)1;-\n").count == 1)
    #expect(
      try warnings("id,age\n\(rows.replacing(";", with: ",\"").replacing("\n", with: "\"\n"))1,-\n")
        .isEmpty)
  }

  @Test func aSelectionKeepsTheWarning() throws {
    try withTemporaryFile(table(numbers: 9, slips: 1)) { path in
      let table = try TableReader().read([path])[0]
      #expect(table.dropping(["id"]).selecting(rows: [0]).warnings == table.warnings)
    }
  }
}
