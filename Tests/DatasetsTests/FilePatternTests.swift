import Foundation
import Testing

@testable import Datasets

/// Patterns of files, and tables of several files.
@Suite final class FilePatternTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    .path()

  init() throws {
    for name in ["", "/2023", "/2024/deep", "/.hidden"] {
      try FileManager.default.createDirectory(
        atPath: folder + name, withIntermediateDirectories: true)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ files: [String: String]) throws {
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }
  }

  private func files(_ pattern: String) throws -> [String] {
    try FilePattern("\(folder)/\(pattern)").files().map { String($0.dropFirst(folder.count + 1)) }
  }

  @Test func patternsAreThoseOfAShell() throws {
    let names = [
      "b.csv", "a.csv", "c.csv.gz", ".d.csv", "[e].csv", "2023/a.csv", "2024/a.csv",
      "2024/deep/a.csv", ".hidden/a.csv",
    ]
    try write(Dictionary(uniqueKeysWithValues: names.map { ($0, "x\n1\n") }))
    let expected: [(String, [String])] = [
      ("*.csv", ["[e].csv", "a.csv", "b.csv"]), ("?.csv", ["a.csv", "b.csv"]),
      ("[b-z].csv*", ["b.csv", "c.csv.gz"]), (".*.csv", [".d.csv"]),
      ("20*/a.csv", ["2023/a.csv", "2024/a.csv"]),
      ("**/a.csv", ["2023/a.csv", "2024/a.csv", "2024/deep/a.csv", "a.csv"]),
      ("2024/**/*.csv", ["2024/a.csv", "2024/deep/a.csv"]),
      ("{b,a}.csv", ["b.csv", "a.csv"]), ("{2024,2023}/*.csv", ["2024/a.csv", "2023/a.csv"]),
      ("{a,*}.csv", ["a.csv", "[e].csv", "b.csv"]), ("[e].csv", ["[e].csv"]),
      ("{2023/{a,b},b}.csv", ["2023/a.csv", "b.csv"]), ("no.csv", ["no.csv"]),
    ]
    for (pattern, found) in expected {
      #expect(try files(pattern) == found, "\(pattern)")
    }
    for pattern in ["*.tsv", "{x,y}.csv", "[", "{", "20*", "a.csv/*", "*/x.csv"] {
      #expect(throws: DatasetError(.noSuchFiles, file: "\(folder)/\(pattern)")) {
        try FilePattern("\(folder)/\(pattern)").files()
      }
    }
  }

  /// Whatever is typed, there is an end to it.
  @Test func wildPatternsEnd() {
    #expect(FilePattern.alternatives("a{b,{c,d}}{,e}") == ["ab", "abe", "ac", "ace", "ad", "ade"])
    #expect(FilePattern.alternatives("{a}{b,}{") == ["{a}b{", "{a}{"])
    #expect(FilePattern.alternatives("}a,b{c") == ["}a,b{c"])
    for text in ["{a,b}", "{a,", "{", "}", "{,}"] {
      let many = String(repeating: text, count: 5000)
      #expect(FilePattern.alternatives(many).count <= 4096)
    }
  }

  @Test func partsAreOneTable() throws {
    try write([
      "p1.csv": "x,y\n1,a\n2,b\n", "p2.csv": "y\tx\nc\t3\n", "p3.csv": "x;y\n",
      "p4.csv": "x,y\n4,7\n",
    ])
    let table = try TableReader().read(["\(folder)/p*.csv"])[0]
    #expect(table.names == ["x", "y"])
    #expect(table.columns[0] == .numeric([1, 2, 3, 4]))
    guard case .categorical(let column) = table.columns[1] else {
      Issue.record("not categorical")
      return
    }
    #expect((0..<4).map { column[$0] } == ["a", "b", "c", "7"])
    #expect(table.source == "\(folder)/p*.csv")
  }

  /// Text in a late part gives the numbers of the earlier ones their spelling back.
  @Test func aColumnTurnsOverAllParts() throws {
    try write(["p1.csv": "x\n01\n02\n", "p2.csv": "x\n003\n", "p3.csv": "x\n04\nA\n05\n"])
    for threads in [1, 3] {
      let reader = TableReader(ReadOptions(), windowCapacity: 4, threads: threads)
      guard case .categorical(let column) = try reader.read(["\(folder)/p*.csv"])[0].columns[0]
      else {
        Issue.record("not categorical")
        return
      }
      #expect((0..<6).map { column[$0] } == ["01", "02", "003", "04", "A", "05"])
    }
  }

  @Test func errorsNameThePartAndItsLine() throws {
    try write(["p1.csv": "x,y\n1,1\n", "p2.csv": "x,y\n2,2\n\n3,inf\n"])
    let pattern = "\(folder)/p*.csv"
    let second = "\(folder)/p2.csv"
    #expect(throws: DatasetError(.infinity("inf"), file: second, line: 4, column: "y")) {
      try TableReader().read([pattern])
    }
    try write(["p2.csv": "x,y\n2,2\n\n3,3,3\n"])
    #expect(throws: DatasetError(.ragged(expected: 2, found: 3), file: second, line: 4)) {
      try TableReader().read([pattern])
    }
    try write(["p2.csv": "x,y\n2,2\n\n3,b\n"])
    let option = DatasetError(
      .notANumber("b", because: .option), file: second, line: 4, column: "y")
    #expect(throws: option) { try TableReader(ReadOptions(numeric: ["y"])).read([pattern]) }
    #expect(TableReader().place(ofRow: 2, in: pattern).map { $0 == (second, 4) } ?? false)
    #expect(TableReader().place(ofRow: 3, in: pattern) == nil)
    let pair = DatasetError(
      .notANumber("b", because: .otherFile("\(folder)/p1.csv")), file: second, line: 4, column: "y")
    #expect(throws: pair) { try TableReader().read(["\(folder)/p1.csv", second]) }
  }

  @Test func headersHaveToAgree() throws {
    try write(["p1.csv": "x,y\n1,1\n", "p2.csv": "x,z\n2,2\n"])
    let pattern = "\(folder)/p*.csv"
    let (first, second) = ("\(folder)/p1.csv", "\(folder)/p2.csv")
    #expect(throws: DatasetError(.missingColumn(presentIn: first), file: second, column: "y")) {
      try TableReader().read([pattern])
    }
    #expect(throws: DatasetError(.missingColumn(presentIn: second), file: first, column: "z")) {
      try TableReader(ReadOptions(drop: ["y"])).read([pattern])
    }
    let dropped = try TableReader(ReadOptions(drop: ["y", "z"])).read([pattern])[0]
    #expect(dropped.names == ["x"] && dropped.columns == [.numeric([1, 2])])
    try write(["p1.csv": "x\n", "p2.csv": "x\n"])
    #expect(throws: DatasetError(.headerOnly, file: pattern)) { try TableReader().read([pattern]) }
  }
}
