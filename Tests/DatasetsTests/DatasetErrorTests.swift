import Foundation
import Testing

@testable import Datasets

/// Bad data gives one line that says what, where and what to do.
@Suite struct DatasetErrorTests {
  /// The error of reading files with these contents, the names of the files as `1.csv`, `2.csv`.
  private func message(
    _ texts: [[UInt8]], _ options: ReadOptions = ReadOptions()
  ) throws -> String? {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    for (index, text) in texts.enumerated() {
      let url = folder.appending(path: "\(index + 1).csv")
      try Data(text).write(to: url)
      paths.append(url.path())
    }
    do {
      _ = try TableReader(options).read(paths)
      return nil
    } catch {
      return error.description.replacing(folder.path() + "/", with: "")
    }
  }

  private func message(_ text: String, _ options: ReadOptions = ReadOptions()) throws -> String? {
    try message([Array(text.utf8)], options)
  }

  @Test func malformedFiles() throws {
    let cases = [
      ("", "1.csv: the file is empty; give a CSV file with a header line and rows"),
      ("\n \n", "1.csv: the file is empty; give a CSV file with a header line and rows"),
      ("\u{FEFF}", "1.csv: the file is empty; give a CSV file with a header line and rows"),
      ("a,b\n\n", "1.csv: the file has a header and no rows; add rows"),
      (
        "a,b\n1,2\n\n3\n",
        "1.csv, line 4: 1 cell where the header has 2; "
          + "add or remove cells, or quote a cell that holds the delimiter"
      ),
      (
        "a,b\n1,2,3,4\n",
        "1.csv, line 2: 4 cells where the header has 2; "
          + "add or remove cells, or quote a cell that holds the delimiter"
      ),
      (
        "a,b\n1,\"x\n2,y\n",
        "1.csv, line 2: a quote begins here and is never closed; "
          + "close it, or double a quote that belongs to the text"
      ),
      (
        "a,b\n\"1\n2\",\"x\n2,y\n",
        "1.csv, line 3: a quote begins here and is never closed; "
          + "close it, or double a quote that belongs to the text"
      ),
      (
        "a,b,a\n1,2,3\n",
        "1.csv, column \"a\": two columns have this name; rename one of them in the header"
      ),
      (
        "a,,c\n1,2,3\n",
        "1.csv: column 2 of the header has no name; give it a name in the header"
      ),
      (
        "a,b\n1,2\n3,-Inf\n",
        "1.csv, line 3, column \"b\": \"-Inf\" is not a finite number; "
          + "correct the cell"
      ),
      (
        "a,b\n1e999,2\n",
        "1.csv, line 2, column \"a\": \"1e999\" is not a finite number; "
          + "correct the cell"
      ),
      (
        "a,b\n1,x\u{0}y\n",
        "1.csv, line 2: not a text file, it holds a NUL byte; export it as CSV in UTF-8"
      ),
      (
        "PK\u{3}\u{4}rest",
        "1.csv: the zip archive is damaged, or ends too early; copy or save the file again"
      ),
    ]
    for (text, expected) in cases { #expect(try message(text) == expected) }
  }

  @Test func wrongEncodings() throws {
    let remedy = "convert it, for example with: iconv -f LATIN1 -t UTF-8 FILE"
    #expect(
      try message([Array("a,city\n1,x\n2,M".utf8) + [0xFC] + Array("nchen\n".utf8)])
        == "1.csv, line 3, column \"city\": the text is not UTF-8; \(remedy)")
    #expect(
      try message([Array("a,stra".utf8) + [0xDF] + Array("e\n1,2\n".utf8)])
        == "1.csv, line 1: the text is not UTF-8; \(remedy)")
    #expect(
      try message([
        [0xFF, 0xFE] + "a,b\n1,2\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      ])
        == "1.csv: not a text file, it looks like UTF-16 text; export it as CSV in UTF-8")
  }

  @Test func filesThatDisagree() throws {
    let numeric = Array("a,b\n1,2\n".utf8)
    #expect(
      try message([numeric, Array("a,b\n1,2\n2,\"?!\"\n".utf8)])
        == "2.csv, line 3, column \"b\": \"?!\" is not a number, and 1.csv has numbers in this "
        + "column; correct or empty the cell, or use --categorical")
    #expect(try message([Array("a,b\n1,x\n".utf8), numeric]) == nil)
    #expect(
      try message([numeric, Array("a,c\n1,2\n".utf8)])
        == "2.csv, column \"b\": the column is missing here, and 1.csv has it; "
        + "add it or --drop it")
    #expect(
      try message([numeric, Array("c,b,a\n1,2,3\n".utf8)])
        == "1.csv, column \"c\": the column is missing here, and 2.csv has it; "
        + "add it or --drop it")
    #expect(
      try message([numeric, Array("a\n1\n".utf8)], ReadOptions(target: "b"))
        == "2.csv, column \"b\": the column is missing here, and 1.csv has it; add it to the file")
    let options = ReadOptions(categorical: ["b"], drop: ["c"])
    #expect(try message([numeric, Array("c,b,a\n1,x,3\n".utf8)], options) == nil)
  }

  @Test(arguments: ["|", " ", ":"])
  func aDelimiterThatIsNotKnownIsToldOf(delimiter: String) throws {
    let header = ["a", "b", "y"].joined(separator: delimiter)
    let text = Array("\(header)\n1\(delimiter)2\(delimiter)3\n".utf8)
    let line =
      "1.csv: the header is one column, \"\(header)\"; part the cells by commas, semicolons or tabs"
    #expect(try message([text], ReadOptions(target: "y")) == line)
    #expect(try message([text], ReadOptions(drop: ["a"])) == line)
    #expect(try message([text, Array("a,b,y\n1,2,3\n".utf8)]) == line)
    // A table of one column may be called so.
    #expect(try message([text, text]) == nil)
    #expect(try message([text], ReadOptions(target: header)) == nil)
    try withTemporaryFile(text) { path in
      #expect(throws: DatasetError(.undivided(header), file: path)) {
        try TableReader().read(path, expecting: ["a": .numeric])
      }
      let table = try TableReader().read(path, expecting: [header: .categorical])
      #expect(table.names == [header])
    }
  }

  @Test func aPathOfNoLettersIsSeen() {
    let error = DatasetError(.fileNotFound, file: "")
    #expect(error.description == "\"\": no such file; check the path")
  }

  @Test func optionsThatDoNotFit() throws {
    let text = "body_mass,sex\n1,x\n"
    #expect(
      try message(text, ReadOptions(numeric: ["sex"]))
        == "1.csv, line 2, column \"sex\": \"x\" is not a number, and --numeric names the column; "
        + "correct or empty the cell, or leave out --numeric")
    #expect(
      try message(text, ReadOptions(drop: ["Body mas"]))
        == "1.csv, column \"Body mas\": no such column, named by --drop; "
        + "did you mean \"body_mass\"?")
    #expect(
      try message(text, ReadOptions(categorical: ["zzz"]))
        == "1.csv, column \"zzz\": no such column, named by --categorical; "
        + "check the header of the file")
    #expect(
      try message(text, ReadOptions(categorical: ["sex"], drop: ["sex"]))
        == "column \"sex\": both --categorical and --drop name it; keep one of the two")
    #expect(
      try message(text, ReadOptions(drop: ["sex"], target: "sex"))
        == "column \"sex\": both --drop and --target name it; keep one of the two")
  }

  @Test func aCellThatTheModelCannotTake() throws {
    try withTemporaryFile("city,x\nOslo,1\nRome,two\n") { path in
      let error = DatasetError(
        .notANumber("two", because: .model), file: path, line: 3, column: "x")
      #expect(throws: error) {
        try TableReader().read(path, expecting: ["x": .numeric, "city": .categorical])
      }
      #expect(
        error.description
          == "\(path), line 3, column \"x\": \"two\" is not a number, and the model "
          + "expects numbers here; correct or empty the cell")
    }
  }

  @Test func pathsThatCannotBeRead() throws {
    let folder = FileManager.default.temporaryDirectory
    for (path, problem) in [
      ("no/such/file.csv", DatasetError.Problem.fileNotFound), (folder.path(), .isDirectory),
      ("", .fileNotFound), ("/dev/null", .unreadable("neither a file nor a pipe")),
      (String(repeating: "x", count: 5000), .unreadable("File name too long")),
    ] {
      #expect(throws: DatasetError(problem, file: path)) { try TableReader().read([path]) }
    }
  }

  @Test func aFileWithoutPermission() throws {
    // The superuser may read every file.
    guard geteuid() != 0 else { return }
    try withTemporaryFile("a\n1\n") { path in
      chmod(path, 0)
      #expect(throws: DatasetError(.noPermission, file: path)) { try TableReader().read([path]) }
    }
  }

  @Test func everyProblemIsToldInOneCleanLine() throws {
    let evil = "\u{1B}[31mred\n\u{202E}\(String(repeating: "x", count: 500))"
    let problems: [DatasetError.Problem] = [
      .unreadable(evil), .notANumber(evil, because: .otherFile(evil)),
      .notANumber(evil, because: .option), .notANumber(evil, because: .weight),
      .notANumber(evil, because: .model), .infinity(evil),
      .missingColumn(presentIn: evil), .unknownColumn(option: "--drop", suggestions: [evil]),
      .oneClass(evil), .recordTooLong, .allMissing, .noTarget, .noFeatures, .textTarget,
      .wrongKind(expected: .numeric), .wrongKind(expected: .categorical), .changedWhileReading,
      .tooLargeForSinglePrecision("1e300", row: 3), .changingLabel(series: evil),
      .missingLabel(series: evil), .undivided(evil), .fewRowsLeft(1, areSeries: true),
      .noneOfTheClasses(Array(repeating: evil, count: 9)),
    ]
    for problem in problems {
      let message = DatasetError(problem, file: evil, line: 3, column: evil).description
      #expect(message == message.cleaned)
      #expect(!message.contains("\n"))
      #expect(message.contains(", line 3, column "))
      #expect(message.contains("; "))
    }
  }
}
