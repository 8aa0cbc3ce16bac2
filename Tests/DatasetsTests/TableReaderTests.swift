import CustomDump
import Foundation
import SeededRandom
import Testing

@testable import Datasets

/// What well-formed files are read as.
@Suite struct TableReaderTests {
  private func read(_ text: String, _ options: ReadOptions = ReadOptions()) throws -> Table {
    try withTemporaryFile(text) { try TableReader(options).read([$0])[0] }
  }

  private func texts(_ table: Table, _ name: String) throws -> [String?] {
    guard case .categorical(let column) = try #require(table[name]) else {
      Issue.record("\(name) is numeric")
      return []
    }
    return column.codes.indices.map { column[$0] }
  }

  private func numbers(_ table: Table, _ name: String) throws -> [Double] {
    guard case .numeric(let values) = try #require(table[name]) else {
      Issue.record("\(name) is categorical")
      return []
    }
    return values
  }

  @Test func quotesHoldDelimitersLineBreaksAndDoubledQuotes() throws {
    let table = try read("a,b\n\"x,y\",\"two\nlines\"\n\"say \"\"so\"\"\",\"\"\"\"\n")
    #expect(try texts(table, "a") == ["x,y", "say \"so\""])
    #expect(try texts(table, "b") == ["two\nlines", "\""])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func anyLineEndServes(lineEnd: String) throws {
    for last in ["", lineEnd, lineEnd + lineEnd] {
      let table = try read(["a,b", "1,x", "2,y"].joined(separator: lineEnd) + last)
      #expect(try numbers(table, "a") == [1, 2])
      #expect(try texts(table, "b") == ["x", "y"])
    }
  }

  @Test func aByteOrderMarkIsNoPartOfTheFirstName() throws {
    #expect(try read("\u{FEFF}a,b\n1,2\n").names == ["a", "b"])
    #expect(try read("\u{FEFF}\"a\",b\n1,2\n").names == ["a", "b"])
  }

  @Test(arguments: [
    ("a\tb\n1\t2\n", 2), ("a;b;c\n1;2;3\n", 3), ("a;b\n1,5;2,5\n", 2), ("a\n1\n", 1),
    ("a,b\n\"x;y;z\",1\n", 2), ("a\tb, c\n1\t2\n", 2), ("\"a;b\",c\n1,2\n", 2),
    ("id;text\n1;one, two, three\n2;four\n", 2),
  ])
  func theDelimiterIsFoundByLooking(text: String, columns: Int) throws {
    #expect(try read(text).names.count == columns)
  }

  @Test func aSemicolonAllowsTheDecimalComma() throws {
    let table = try read("a;b;c\n1,5;-2;x,5\n,25;1.5;y\n")
    #expect(try numbers(table, "a") == [1.5, 0.25])
    #expect(try numbers(table, "b") == [-2, 1.5])
    #expect(try texts(table, "c") == ["x,5", "y"])
  }

  @Test(arguments: [
    "", " ", "NA", "na", "N/A", "n/a", "NaN", "nan", "NAN", "-nan", "null", "NULL", "Null", "?",
    "#N/A", "#NA", "<NA>", "\"\"", "\"NA\"", " NA ",
  ])
  func missingSpellings(spelling: String) throws {
    let table = try read("a,b\n1,x\n\(spelling),\(spelling)\n3,y\n")
    #expect(try numbers(table, "a")[1].isNaN)
    #expect(try texts(table, "b") == ["x", nil, "y"])
    #expect(table.missingCells == 2)
  }

  @Test(arguments: ["None", "Na", "none", "-", "missing", ".", "#", "??"])
  func ordinaryTextIsNotMissing(spelling: String) throws {
    #expect(try texts(try read("a\n\(spelling)\nx\n"), "a") == [spelling, "x"])
  }

  @Test func quotedAndPaddedNumbersAreNumbers() throws {
    let table = try read("a,b\n\"1\", 2 \n\" 3\",\t4\n")
    #expect(try numbers(table, "a") == [1, 3])
    #expect(try numbers(table, "b") == [2, 4])
  }

  @Test func aLateTextGivesEarlierNumbersTheirSpellingBack() throws {
    let rows = (0..<5000).map { "\($0 % 3 == 0 ? "007" : "1.50"),\($0)" }
    let table = try read("code,x\n" + rows.joined(separator: "\n") + "\nA1,1\n2,2\n")
    let codes = try texts(table, "code")
    #expect(codes.count == 5002)
    #expect(codes[0] == "007" && codes[1] == "1.50" && codes[5000] == "A1" && codes[5001] == "2")
    #expect(try numbers(table, "x")[4999] == 4999)
  }

  @Test func categoriesKeepSpacesAndSpelling() throws {
    let table = try read("a\n x\nx \n\"x\"\nX\n")
    #expect(try texts(table, "a") == [" x", "x ", "x", "X"])
  }

  @Test func levelsDoNotDependOnTheOrderOfRows() throws {
    let options = ReadOptions(categorical: ["a"])
    for text in ["a\n10\n9\n1.5\n", "a\n1.5\n10\n9\n"] {
      guard case .categorical(let column) = try read(text, options).columns[0] else {
        Issue.record("not categorical")
        return
      }
      #expect(column.levels == ["1.5", "9", "10"])
    }
    guard case .categorical(let column) = try read("a\nb\n10\nB\né\n9\n").columns[0] else {
      Issue.record("not categorical")
      return
    }
    #expect(column.levels == ["10", "9", "B", "b", "é"])
  }

  @Test func canonicallyEquivalentSpellingsAreOneCategory() throws {
    guard case .categorical(let column) = try read("a\nе\u{301}\ne\u{301}\n\u{E9}\n").columns[0]
    else {
      Issue.record("not categorical")
      return
    }
    // The first row is Cyrillic, the others are one Latin letter in two encodings.
    #expect(column.levels.count == 2)
    #expect(column.codes == [1, 0, 0])
  }

  @Test func blankLinesArePassedOver() throws {
    #expect(try numbers(try read("\n  \na,b\n\n1,2\n   \n\r\n3,4\n\n"), "a") == [1, 3])
  }

  @Test func blankLinesMayEndWithTheWindow() throws {
    for count in 1...40 {
      let text = String(repeating: "\r", count: count) + "a,b\r1,2\r"
      let table = try withTemporaryFile(text) {
        try TableReader(ReadOptions(delimiter: .comma), windowCapacity: 16).read([$0])[0]
      }
      #expect(table.names == ["a", "b"])
      #expect(table.rowCount == 1)
    }
  }

  @Test func namesAreTrimmed() throws {
    #expect(try read("a , b,\" c\"\n1,2,3\n").names == ["a", "b", "c"])
  }

  @Test func optionsDecideKinds() throws {
    let options = ReadOptions(categorical: ["zip"], numeric: ["x"], drop: ["junk"])
    let table = try read("zip,x,junk\n01234,1,inf\n,,zz\n", options)
    #expect(table.names == ["zip", "x"])
    #expect(try texts(table, "zip") == ["01234", nil])
    #expect(try numbers(table, "x")[0] == 1)
  }

  @Test func columnsFollowTheFirstFile() throws {
    try withTemporaryFiles("a,b\n1,x\n", "b,a\ny,2\n") { first, second in
      let tables = try TableReader().read([first, second, first])
      #expect(tables.map(\.names) == [["a", "b"], ["a", "b"], ["a", "b"]])
      #expect(tables[1].source == second)
      #expect(try numbers(tables[1], "a") == [2])
      expectNoDifference(tables[0], tables[2])
    }
  }

  @Test func aColumnWithoutValuesTakesTheKindOfTheOthers() throws {
    try withTemporaryFiles("a,b\n1,x\n", "a,b\n,\n") { first, second in
      let tables = try TableReader().read([second, first])
      let kinds: [ColumnKind] = [.numeric, .categorical]
      #expect(tables.map { $0.columns.map(\.kind) } == [kinds, kinds])
      #expect(tables[0].missingCells == 2)
    }
  }

  @Test func aModelReadsTheColumnsItKnows() throws {
    try withTemporaryFile("extra,city,x,y\ninf,7,1,2\nzz,8,?,3\n") { path in
      let table = try TableReader().read(path, expecting: ["x": .numeric, "city": .categorical])
      #expect(table.names == ["city", "x"])
      #expect(try texts(table, "city") == ["7", "8"])
      #expect(try numbers(table, "x")[0] == 1)
    }
  }

  @Test func aPipeIsReadAsAFileIs() throws {
    let text = "a,b\n1,2\n3,x\n"
    try withTemporaryFile("") { path in
      unlink(path)
      #expect(mkfifo(path, 0o600) == 0)
      let writer = Thread {
        let descriptor = open(path, O_WRONLY)
        _ = text.withCString { write(descriptor, $0, text.utf8.count) }
        close(descriptor)
      }
      writer.start()
      let table = try TableReader().read([path])[0]
      #expect(try texts(table, "b") == ["2", "x"])
    }
  }

  @Test(arguments: [8, 9, 11, 16, 31, 64, 257])
  func theSizeOfTheWindowDoesNotMatter(capacity: Int) throws {
    var generator = SeededGenerator(seed: UInt64(capacity))
    let options = ReadOptions(delimiter: .comma)
    for _ in 0..<40 {
      try withTemporaryFile(RandomCSV.text(using: &generator)) { path in
        let whole = try TableReader(options).read([path])
        let pieces = try TableReader(options, windowCapacity: capacity).read([path])
        expectNoDifference(pieces, whole)
      }
    }
  }
}
