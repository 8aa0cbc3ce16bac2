import CustomDump
import Testing

@testable import Datasets

/// Tricky files are read as Python's csv module and pandas read them; see `Fixtures/make_csv.py`.
@Suite struct PythonAgreementTests {
  private struct Cases: Decodable {
    struct Cells: Decodable {
      var text: String
      var names: [String]
      var rows: [[String]]
    }
    struct Typed: Decodable {
      struct Column: Decodable {
        var numbers: [Double?]?
        var texts: [String?]?
      }
      var text: String
      var names: [String]
      var columns: [Column]
    }
    var cells: [Cells]
    var numbers: [Typed]
  }

  @Test func cellsAreThoseOfTheCSVModule() throws {
    for expected in try Oracle.decode(Cases.self, from: "csv.json").cells {
      let options = ReadOptions(categorical: expected.names)
      let table = try withTemporaryFile(expected.text) { try TableReader(options).read([$0])[0] }
      expectNoDifference(table.names, expected.names)
      var rows: [[String?]] = Array(repeating: [], count: table.rowCount)
      for case .categorical(let column) in table.columns {
        for row in rows.indices { rows[row].append(column[row]) }
      }
      expectNoDifference(rows, expected.rows, "\(expected.text)")
    }
  }

  @Test func kindsAndNumbersAreThoseOfPandas() throws {
    for expected in try Oracle.decode(Cases.self, from: "csv.json").numbers {
      let table = try withTemporaryFile(expected.text) { try TableReader().read([$0])[0] }
      expectNoDifference(table.names, expected.names)
      for (column, oracle) in zip(table.columns, expected.columns) {
        switch column {
        case .numeric(let values):
          let numbers = values.map { $0.isNaN ? nil : $0 }
          expectNoDifference(numbers, oracle.numbers ?? [], "\(expected.text)")
        case .categorical(let column):
          let texts = column.codes.indices.map { column[$0] }
          expectNoDifference(texts, oracle.texts ?? [], "\(expected.text)")
        }
      }
    }
  }
}
