import CustomDump
import Foundation
import SeededRandom
import Testing

@testable import Datasets

/// However a file is cut into blocks, and however many threads read them: the same table, or the same error.
@Suite struct ParallelReadingTests {
  /// What is read with blocks of this size on three threads.
  private func outcome(
    _ text: String, blockSize: Int, threads: Int = 3, _ options: ReadOptions = ReadOptions()
  ) throws -> Result<[Table], DatasetError> {
    try withTemporaryFile(text) { path in
      Result { () throws(DatasetError) in
        let reader = TableReader(options, windowCapacity: blockSize, threads: threads)
        return try reader.read([path]).map(\.withoutSource)
      }.mapError { DatasetError($0.problem, line: $0.line, column: $0.column) }
    }
  }

  private func expectTheSame(_ text: String, _ options: ReadOptions) throws {
    let whole = try outcome(text, blockSize: 1 << 20, threads: 1, options)
    for blockSize in [8, 40, 100, 333] {
      for threads in [1, 3] {
        let found = try outcome(text, blockSize: blockSize, threads: threads, options)
        switch (found, whole) {
        case (.success(let found), .success(let whole)): expectNoDifference(found, whole)
        case (.failure(let found), .failure(let whole)): #expect(found == whole)
        default: Issue.record("\(found) with blocks of \(blockSize), else \(whole): \(text)")
        }
      }
    }
  }

  @Test(arguments: 0..<6) func tablesAndErrorsDoNotDependOnBlocks(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let options = ReadOptions(delimiter: .comma)
    let spoilt = ["\"", "x", "inf", "1,", "\u{0}", "\r", "\n", "1e999"]
    for round in 0..<30 {
      var text = RandomCSV.text(using: &generator, rows: 10...60)
      if round % 2 == 1 {
        let place = text.unicodeScalars.indices.randomElement(using: &generator) ?? text.startIndex
        text.insert(contentsOf: spoilt.randomElement(using: &generator) ?? "", at: place)
      }
      try expectTheSame(text, options)
    }
  }

  @Test func numbersBeforeALateTextGetTheirSpellingBack() throws {
    for place in [0, 1, 17, 250, 499] {
      var rows = (0..<500).map { "00\($0 % 7),\($0)" }
      rows[place] = "A1,\(place)"
      let text = "code,x\n" + rows.joined(separator: "\n")
      let table = try #require(try outcome(text, blockSize: 100).get().first)
      guard case .categorical(let column) = table.columns[0] else {
        Issue.record("not categorical")
        return
      }
      #expect(
        column.codes.indices.allSatisfy { column[$0] == String(rows[$0].prefix { $0 != "," }) })
      #expect(column.levels.count == 8)
      #expect(table.columns[1] == .numeric((0..<500).map(Double.init)))
    }
  }

  /// The line feeds within quotes are no ends of rows, wherever a block ends, nor are quotes within cells.
  @Test(arguments: ["plain", "5\" pipe", "a \"\"\"", "\"\"\"x\"\"\ny\""])
  func quotesOverLinesAreNoEndsOfRows(cell: String) throws {
    let rows = (0..<200).map { $0 < 100 ? "\($0),\(cell)" : "\($0),\"two\nlines, \($0)\"" }
    let text = "x,y\n" + rows.joined(separator: "\n")
    let table = try #require(try outcome(text, blockSize: 64).get().first)
    let alone = try #require(try outcome(text, blockSize: 1 << 20, threads: 1).get().first)
    #expect(table == alone)
    #expect(table.columns[0] == .numeric((0..<200).map(Double.init)))
    guard case .categorical(let column) = table.columns[1] else {
      Issue.record("not categorical")
      return
    }
    #expect(column[150] == "two\nlines, 150")
  }

  @Test(
    arguments: [
      ("7,8,9", DatasetError.Problem.ragged(expected: 2, found: 3), nil),
      ("7,\"8", .unterminatedQuote, nil),
      ("7,inf", .infinity("inf"), "y"),
      ("7,\u{0}", .binary(nil), nil),
    ] as [(String, DatasetError.Problem, String?)])
  func errorsNameTheLine(row: String, problem: DatasetError.Problem, column: String?) throws {
    for place in [0, 30, 299] {
      var rows = (0..<300).map { "\($0),\($0)" }
      rows[place] = row
      let text = "x,y\n\n" + rows.joined(separator: "\n")
      #expect(throws: DatasetError(problem, line: place + 3, column: column)) {
        try outcome(text, blockSize: 50).get()
      }
    }
  }

  @Test func theFirstOfSeveralErrorsIsTold() throws {
    var rows = (0..<300).map { "\($0)" }
    for place in stride(from: 40, to: 300, by: 5) { rows[place] = "1,2" }
    let text = "x\n" + rows.joined(separator: "\n")
    for _ in 0..<20 {
      #expect(throws: DatasetError(.ragged(expected: 1, found: 2), line: 42)) {
        try outcome(text, blockSize: 16, threads: 4).get()
      }
    }
  }

  @Test func theReadingTellsHowFarItHasCome() throws {
    let text = "x,y\n" + (0..<3000).map { "\($0),a\n" }.joined()
    try withTemporaryFiles(text, text + "7,7\n") { first, second in
      for threads in [1, 3] {
        let told = Told()
        let reader = TableReader(
          ReadOptions(), windowCapacity: 100, threads: threads, report: { told.append($0) })
        _ = try reader.read([first, second, first])
        let progress = told.all
        let size = 2 * text.utf8.count + 4
        #expect(progress.first?.file == first && progress.last?.file == second)
        #expect(progress.allSatisfy { $0.byteCount == size })
        #expect(zip(progress, progress.dropFirst()).allSatisfy { $0.bytes < $1.bytes })
        #expect(progress.last?.bytes == size)
      }
    }
  }

  @Test func aRowIsFoundAgainByItsLine() throws {
    let text = "x,y\n\n" + (0..<300).map { "\($0),\"a\nb\"\n\n" }.joined()
    try withTemporaryFile(text) { path in
      let reader = TableReader(ReadOptions(), windowCapacity: 64, threads: 3)
      for row in [0, 1, 150, 299] {
        #expect(reader.place(ofRow: row, in: path)?.line == 3 * row + 3)
      }
      #expect(reader.place(ofRow: 300, in: path) == nil)
    }
  }
}

extension Table {
  /// The same cells, of whatever file.
  fileprivate var withoutSource: Table {
    Table(source: "", names: names, columns: columns, rowCount: rowCount)
  }
}

/// What threads have told, in order.
private final class Told: @unchecked Sendable {
  private let lock = NSLock()
  private var progress: [ReadingProgress] = []

  var all: [ReadingProgress] { lock.withLock { progress } }

  func append(_ more: ReadingProgress) { lock.withLock { progress.append(more) } }
}
