import Foundation
import Testing

@testable import Datasets

/// Long tables as series.
@Suite struct SeriesTableTests {
  private let columns = SeriesColumns(series: "id", step: "t")

  private func series(_ text: String) throws -> SeriesTable {
    try withTemporaryFile(text) { path in
      let reader = TableReader(ReadOptions(sequence: columns))
      return try SeriesTable(try reader.read([path])[0], by: columns)
    }
  }

  private func failure(
    _ text: String, _ body: (SeriesTable) throws -> Void = { _ in }
  ) throws -> DatasetError {
    try withTemporaryFile(text) { path in
      try #require(throws: DatasetError.self) {
        let table = try TableReader(ReadOptions(sequence: columns)).read([path])[0]
        try body(try SeriesTable(table, by: columns))
      }
    }
  }

  @Test func seriesComeAsTheyAppearAndStepsByNumber() throws {
    let series = try series("t,x,id\n10,1,b\n9,2,b\n1,3,a\n-1.5,4,b\n0,5,a\n2e0,6,a\n")
    #expect(series.names == ["b", "a"])
    #expect(series.count == 2)
    #expect(series.steps.names == ["x"])
    #expect(series.steps["x"] == .numeric([4, 2, 1, 5, 3, 6]))
    #expect(try series.evenSteps() == 3)
  }

  @Test func rowsInOrderStayAsTheyAre() throws {
    let series = try series("id,t,x\n0,0,1\n0,1,2\n1,0,3\n1,1,4\n")
    #expect(series.names == ["0", "1"])
    #expect(series.steps["x"] == .numeric([1, 2, 3, 4]))
  }

  /// Numbers in one file and text in another are spellings in both.
  @Test func namesOfSeriesNeedNotAgreeInKind() throws {
    try withTemporaryFiles("id,t,x\n1,0,1\n01,0,2\n", "id,t,x\na,0,1\n") { first, second in
      let tables = try TableReader(ReadOptions(sequence: columns)).read([first, second])
      #expect(try SeriesTable(tables[0], by: columns).names == ["1", "01"])
      #expect(try SeriesTable(tables[1], by: columns).names == ["a"])
    }
  }

  @Test func aLabelIsOneForEachSeries() throws {
    let series = try series("id,t,y\na,0,no\na,1,no\nb,0,\nb,1,\nc,0,ja\nc,1,ja\n")
    let labels = try series.labels(in: "y")
    #expect(labels.rowCount == 3)
    guard case .categorical(let column)? = labels["y"] else {
      Issue.record("a label is a category")
      return
    }
    #expect([column[0], column[1], column[2]] == ["no", nil, "ja"])
  }

  /// Lines are those of an editor: blank lines and line breaks within quotes count.
  @Test(
    arguments: [
      ("id,t,x\na,0,1\n\n\na,0,2\n", .repeatedStep("0", series: "a"), 5, "t"),
      ("id,t,x\n\"a\nb\",0,1\n,1,2\n", .missingKey, 4, "id"),
      ("id,t,x\na,0,1\na,NA,2\n", .missingKey, 3, "t"),
      ("id,t,x\na,0,1\na,zwei,2\n", .notANumber("zwei", because: .sequence), 3, "t"),
      ("id,t,x\na,0,1\na,inf,2\n", .infinity("inf"), 3, "t"),
    ] as [(String, DatasetError.Problem, Int, String)])
  func badRowsAreNamedByTheirLine(
    text: String, problem: DatasetError.Problem, line: Int, column: String
  ) throws {
    let error = try failure(text)
    #expect(error.problem == problem)
    #expect(error.line == line)
    #expect(error.column == column)
    #expect(!error.description.contains("\n"))
  }

  @Test func unevenSeriesAreRefused() throws {
    let text = "id,t,x\na,0,1\na,1,1\nb,0,1\n"
    #expect(try series(text).stepCounts == [2, 1])
    let error = try failure(text) { _ = try $0.evenSteps() }
    #expect(
      error.problem
        == .unevenSteps(series: "b", found: 1, expected: 2, origin: "the first series"))
    #expect(error.line == 4)
    let other = try failure(text) { _ = try $0.evenSteps(expected: 3, from: "the model") }
    #expect(
      other.description.hasSuffix(
        "line 2, column \"id\": series \"a\" has 2 steps where the model has 3; cut or fill the "
          + "series to that number, leave it out, or train without flatten"))
  }

  @Test func aLabelThatChangesIsRefused() throws {
    let error = try failure("id,t,y\nb,0,no\na,1,ja\na,0,no\nb,1,no\n") {
      _ = try $0.labels(in: "y")
    }
    #expect(error.problem == .changingLabel(series: "a"))
    // In the order of steps line 4 comes first: line 3 is where the label changes.
    #expect(error.line == 3)
  }

  /// The line is that of the gap, whether the first step or a later one has it.
  @Test(arguments: [("", "ja", 4), ("ja", "", 3), ("", "7", 4), ("7", "", 3)])
  func aLabelThatIsMissingInPartIsRefused(first: String, second: String, line: Int) throws {
    let error = try failure("id,t,y\nb,0,7\na,1,\(second)\na,0,\(first)\nb,1,7\n") {
      _ = try $0.labels(in: "y")
    }
    #expect(error.problem == .missingLabel(series: "a"))
    #expect(error.line == line)
    #expect(error.description.contains("the target is missing here"))
  }

  @Test func namesThatAreNotThereAreNamed() throws {
    let error = try failure("id,tt,x\na,0,1\n")
    #expect(error.problem == .unknownColumn(option: "--sequence", suggestions: ["tt", "x"]))
    try withTemporaryFile("id,t,x\na,0,1\n") { path in
      let options = ReadOptions(drop: ["t"], sequence: columns)
      let conflict = try #require(throws: DatasetError.self) {
        try TableReader(options).read([path])
      }
      #expect(conflict.problem == .conflictingOptions("--drop", "--sequence"))
      let table = try TableReader(ReadOptions(sequence: columns)).read([path])[0]
      let label = try #require(throws: DatasetError.self) {
        try SeriesTable(table, by: columns).labels(in: "t")
      }
      #expect(label.problem == .conflictingOptions("--target", "--sequence"))
      let wrong = try #require(throws: DatasetError.self) {
        try SeriesTable(table, by: SeriesColumns(series: "x", step: "t"))
      }
      #expect(wrong.problem == .wrongKind(expected: .categorical))
    }
  }

  @Test func aModelReadsBothColumnsOfItsOwn() throws {
    try withTemporaryFile("x,other,id,t\n1,q,7,0\n2,q,7,1\n") { path in
      let reader = TableReader(ReadOptions(sequence: columns))
      let table = try reader.read(path, expecting: ["x": .numeric])
      #expect(table.names == ["x", "id", "t"])
      #expect(try SeriesTable(table, by: columns).names == ["7"])
    }
    try withTemporaryFile("x,id\n1,7\n") { path in
      let reader = TableReader(ReadOptions(sequence: columns))
      let table = try reader.read(path, expecting: ["x": .numeric])
      let error = try #require(throws: DatasetError.self) { try SeriesTable(table, by: columns) }
      #expect(error.problem == .missingColumn(presentIn: nil))
    }
  }
}
