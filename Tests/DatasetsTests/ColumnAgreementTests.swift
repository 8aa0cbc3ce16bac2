import Testing

@testable import Datasets

/// What a column is that holds text in one file and numbers in another.
@Suite struct ColumnAgreementTests {
  private func read(
    _ first: String, _ second: String, _ options: ReadOptions = ReadOptions()
  ) throws -> [Table] {
    try withTemporaryFiles(first, second) { try TableReader(options).read([$0, $1]) }
  }

  private func texts(_ column: Column?) throws -> [String?] {
    guard case .categorical(let column) = try #require(column) else { return [] }
    return column.codes.indices.map { column[$0] }
  }

  @Test func numbersAreCategoriesWhereAnEarlierFileHasText() throws {
    let tables = try read("x,code\n1,A1\n2,007\n", "code,x\n007,3\n,4\n1.50,5\n")
    #expect(try texts(tables[0]["code"]) == ["A1", "007"])
    // In the spelling of the file: 007 is the category that the first file has.
    #expect(try texts(tables[1]["code"]) == ["007", nil, "1.50"])
    #expect(tables[1]["x"] == .numeric([3, 4, 5]))
    #expect(tables[1].names == ["x", "code"])
  }

  @Test func aFileWithoutAValueDoesNotDecide() throws {
    let tables = try read("x,a\n1,\n", "x,a\n1,red\n")
    #expect(try texts(tables[0]["a"]) == [nil])
    #expect(throws: DatasetError.self) {
      try withTemporaryFile("x,a\n1,\n") { empty in
        try withTemporaryFiles("x,a\n1,5\n", "x,a\n1,red\n") {
          try TableReader().read([empty, $0, $1])
        }
      }
    }
  }

  @Test func textAfterNumbersNamesItsPlace() throws {
    let error = try #require(throws: DatasetError.self) {
      try read("x,a\n1,5\n", "x,a\n1,6\n\n2,red\n3,blue\n")
    }
    guard case .notANumber("red", because: .otherFile) = error.problem else {
      Issue.record("\(error)")
      return
    }
    #expect(error.line == 4 && error.column == "a")
  }

  @Test func classesMayBeNumbersFirstAndTextLater() throws {
    let options = ReadOptions(target: "y", targetHoldsClasses: true)
    let tables = try read("x,y\n1,0\n2,1.0\n", "x,y\n1,1.0\n2,unknown\n3,0\n", options)
    let encoder = try TargetEncoder.fit(
      tables: [tables[0]], column: "y", task: .classification)
    #expect(encoder.classes == ["0", "1"])
    let encoded = encoder.encode(tables[1])
    #expect(encoded.target == .classes([1, -1, 0]))
    #expect(encoded.unknownClasses == ["unknown": 1])
    let both = try TargetEncoder.fit(tables: tables, column: "y", task: .classification)
    #expect(both.classes == ["0", "1", "unknown"])
    // A feature is no target, and without the task text after numbers is a mistake.
    #expect(throws: DatasetError.self) { try read("x,y\n1,0\n", "x,y\na,0\n", options) }
    #expect(throws: DatasetError.self) {
      try read("x,y\n1,0\n", "x,y\n1,a\n", ReadOptions(target: "y"))
    }
  }

  @Test func aModelTakesClassesThatItHasNeverSeen() throws {
    try withTemporaryFile("x,y\n1,0\n2,unknown\n") { path in
      let reader = TableReader(ReadOptions(target: "y", targetHoldsClasses: true))
      let table = try reader.read(path, expecting: ["x": .numeric, "y": .numeric])
      #expect(try texts(table["y"]) == ["0", "unknown"])
      #expect(throws: DatasetError.self) {
        try TableReader().read(path, expecting: ["x": .numeric, "y": .numeric])
      }
    }
  }

  @Test func aTableWithoutColumnsHasItsRows() throws {
    let tables = try read("a,b\n1,2\n3,4\n", "a,b\n1,2\n", ReadOptions(drop: ["a", "b"]))
    #expect(tables.map(\.rowCount) == [2, 1])
    let table = Table(source: "t", names: ["x"], columns: [.numeric([1, 2, 3])]).dropping(["x"])
    #expect(table.rowCount == 3)
    #expect(table.selecting(rows: [0, 2]).rowCount == 2)
  }
}
