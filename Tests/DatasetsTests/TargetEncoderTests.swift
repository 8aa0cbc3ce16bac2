import CustomDump
import Testing

@testable import Datasets

/// What the target column is taken for.
@Suite struct TargetEncoderTests {
  private func read(_ text: String, _ options: ReadOptions = ReadOptions()) throws -> Table {
    try withTemporaryFile("id,y\n" + text) { path in
      let table = try TableReader(options).read([path])[0]
      return Table(source: "table", names: table.names, columns: table.columns)
    }
  }

  private func numbered(_ cells: [String]) -> String {
    cells.enumerated().map { "\($0.offset),\($0.element)\n" }.joined()
  }

  private struct Case {
    var cells: [String]
    var task: TaskKind
    var classes: [String] = []
  }

  @Test func theTaskAndTheClasses() throws {
    let fifteen = (0..<15).map { "\($0)" }
    let cases: [Case] = [
      Case(cells: ["7.0", "10", "9"], task: .classification, classes: ["7", "9", "10"]),
      Case(cells: ["1.5", "2"], task: .regression),
      Case(cells: ["b", "a", "10"], task: .classification, classes: ["10", "a", "b"]),
      Case(cells: fifteen, task: .classification, classes: fifteen),
      Case(cells: fifteen + ["15"], task: .regression),
      Case(cells: ["-0", "1e3", "-2"], task: .classification, classes: ["-2", "0", "1000"]),
    ]
    for expected in cases {
      let table = try read(numbered(expected.cells))
      let encoder = try TargetEncoder.fit(tables: [table], column: "y")
      #expect(encoder.task == expected.task)
      #expect(encoder.classes == expected.classes)
    }
  }

  @Test func theOptionDecides() throws {
    let table = try read(numbered(["0.5", "1.5", "0.5"]))
    let encoder = try TargetEncoder.fit(tables: [table], column: "y", task: .classification)
    #expect(encoder.classes == ["0.5", "1.5"])
    #expect(encoder.encode(table).target == .classes([0, 1, 0]))
    let whole = try read(numbered(["1", "2"]))
    #expect(try TargetEncoder.fit(tables: [whole], column: "y", task: .regression).mean == 1.5)
    #expect(throws: DatasetError(.textTarget, file: "table", column: "y")) {
      try TargetEncoder.fit(tables: [read(numbered(["a", "b"]))], column: "y", task: .regression)
    }
  }

  @Test func classesAreThoseOfSourceAndTrain() throws {
    let source = try read(numbered(["3", "1"]))
    let train = try read(numbered(["2", "1", ""]))
    let encoder = try TargetEncoder.fit(tables: [source, train], column: "y")
    #expect(encoder.classes == ["1", "2", "3"])
    let encoded = encoder.encode(train)
    #expect(encoded.target == .classes([1, 0]))
    #expect(encoded.rowsWithTarget == [0, 1])
  }

  @Test func classesNeverSeenAreCounted() throws {
    let train = try read(numbered(["a", "b"]))
    let test = try read(numbered(["c", "a", "c", "", "d"]))
    let encoder = try TargetEncoder.fit(tables: [train], column: "y")
    let encoded = encoder.encode(test)
    #expect(encoded.target == .classes([-1, 0, -1, -1]))
    #expect(encoded.rowsWithTarget == [0, 1, 2, 4])
    #expect(encoded.unknownClasses == ["c": 2, "d": 1])
    expectNoDifference(
      encoder.warnings(for: test).map(\.message),
      [
        "table: 1 of 5 rows has no \"y\" and is left out",
        "table: 3 rows are of a class that training has never seen (\"c\", \"d\"), "
          + "counted as wrong and left out of the loss",
      ])
    #expect(encoder.warnings(for: train).isEmpty)
  }

  @Test func numbersAreStandardisedByTheFirstTable() throws {
    let source = try read(numbered(["1.5", "2.5", "", "5"]))
    let train = try read(numbered(["100.5", "7"]))
    let encoder = try TargetEncoder.fit(tables: [source, train], column: "y")
    #expect(encoder.mean == 3)
    #expect(abs(encoder.scale - (13.0 / 6).squareRoot()) < 1e-15)
    guard case .values(let values) = encoder.encode(train).target else {
      Issue.record("no values")
      return
    }
    #expect(abs(encoder.decode(values[0]) - 100.5) < 1e-12)
    let raw = try TargetEncoder.fit(tables: [source], column: "y", standardise: false)
    #expect(raw.encode(source).target == .values([1.5, 2.5, 5]))
    #expect(raw.encode(source).rowsWithTarget == [0, 1, 3])
  }

  @Test func targetsThatTeachNothing() throws {
    for cells: [String] in [["a", "a"], ["3", "", "3"], ["0.5", "0.5"]] {
      #expect(throws: DatasetError(.oneClass(cells[0]), file: "table", column: "y")) {
        try TargetEncoder.fit(tables: [read(numbered(cells))], column: "y")
      }
    }
    #expect(throws: DatasetError(.noTarget, file: "table", column: "y")) {
      try TargetEncoder.fit(tables: [read(numbered(["", "NA"]))], column: "y")
    }
    #expect(
      throws: DatasetError(
        .unknownColumn(option: "--target", suggestions: ["id"]), file: "table", column: "ID")
    ) { try TargetEncoder.fit(tables: [read(numbered(["1", "2"]))], column: "ID") }
  }

  @Test func aTableWithoutTheTargetHasNoRows() throws {
    let table = try read(numbered(["a", "b"]))
    let encoder = try TargetEncoder.fit(tables: [table], column: "y")
    #expect(encoder.encode(table.dropping(["y"])).rowsWithTarget.isEmpty)
  }
}
