import SeededRandom
import Testing

@testable import Datasets

/// Whatever the bytes are: a table or one line, never a trap.
@Suite struct MalformedFileTests {
  /// Reads bytes in every way there is and returns what is wrong when they are no table.
  @discardableResult
  private func outcome(_ bytes: [UInt8]) throws -> DatasetError.Problem? {
    try withTemporaryFile(bytes) { path in
      do {
        let table = try TableReader().read([path])[0]
        let again = try TableReader(ReadOptions(), windowCapacity: 1024).read([path])[0]
        #expect(again == table)
        #expect(table.rowCount > 0)
        #expect(table.columns.allSatisfy { $0.count == table.rowCount })
        _ = try? TableReader().read(path, expecting: ["a": .numeric, "b": .categorical])
        if let pipeline = try? Pipeline.fit(table) {
          let matrix = try? pipeline.transform(table)
          #expect(matrix.map { $0.values.allSatisfy(\.isFinite) } ?? true)
        }
        for name in table.names.prefix(5) {
          if let encoder = try? TargetEncoder.fit(tables: [table], column: name) {
            #expect(encoder.encode(table).unknownClasses.isEmpty)
          }
        }
        return nil
      } catch let error as DatasetError {
        #expect(!error.description.isEmpty && error.description == error.description.cleaned)
        return error.problem
      }
    }
  }

  /// How a file ends that could not be read: the case of the problem without what it carries.
  private func name(_ problem: DatasetError.Problem?) -> String {
    guard let problem else { return "table" }
    return String("\(problem)".prefix { $0 != "(" })
  }

  @Test(arguments: 0..<4) func randomBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var counts: [String: Int] = [:]
    for _ in 0..<150 {
      let count = Int.random(in: 0...200, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      counts[name(try outcome(bytes)), default: 0] += 1
    }
    // Nearly all of it is no text, and what is text by chance is told as what it lacks.
    #expect(
      Set(counts.keys).isSubset(of: [
        "binary", "notUTF8", "empty", "headerOnly", "ragged", "unterminatedQuote", "table",
      ]), "\(counts)")
    #expect(counts["notUTF8", default: 0] > 100 && counts["binary", default: 0] > 10, "\(counts)")
  }

  @Test(arguments: 0..<4) func randomTextOfTheCharactersThatMatter(seed: UInt64) throws {
    let alphabet = Array("ab,,;\t\"\"\n\n\r 019.-+eE?N\u{FEFF}é\u{0}".utf8)
    var generator = SeededGenerator(seed: 100 + seed)
    var tables = 0
    for _ in 0..<250 {
      let count = Int.random(in: 1...60, using: &generator)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      if try outcome(Array("a\n".utf8) + bytes.filter { $0 != 0 && $0 < 0x80 }) == nil {
        tables += 1
      }
      try outcome(bytes)
    }
    #expect(tables > 0, "some have to be tables, or nothing is tested")
  }

  @Test func everyTruncationOfAValidFile() throws {
    let text =
      "\u{FEFF}a,b,\"c\nd\"\r\n1,\"x, \"\"y\"\"\",2\r\n-3.5e-7,é\u{1F600},\r\n,\"\r\n\",7\r\n"
    let bytes = Array(text.utf8)
    let found = try (0...bytes.count).map { name(try outcome(Array(bytes[..<$0]))) }
    // How many lengths in a row end in which way, from no byte to all.
    let expected = [
      // The mark in front, and the header.
      (1, "empty"), (2, "notUTF8"), (1, "empty"), (1, "headerOnly"), (1, "unnamedColumn"),
      (1, "headerOnly"), (1, "unnamedColumn"), (4, "unterminatedQuote"), (3, "headerOnly"),
      // The first row, whose quotes are doubled.
      (2, "ragged"), (4, "unterminatedQuote"), (1, "ragged"), (2, "unterminatedQuote"),
      (1, "ragged"), (1, "unterminatedQuote"), (1, "ragged"), (4, "table"),
      // The second row is whole with its last comma, the third with the one behind its quote.
      (14, "ragged"), (3, "table"), (1, "ragged"), (3, "unterminatedQuote"), (1, "ragged"),
      (4, "table"),
    ]
    #expect(found == expected.flatMap { Array(repeating: $1, count: $0) })
  }

  @Test func oneByteAlteredInAValidFile() throws {
    var generator = SeededGenerator(seed: 7)
    var counts: [String: Int] = [:]
    for _ in 0..<200 {
      var bytes = Array(RandomCSV.text(using: &generator).utf8)
      let index = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[index] = UInt8.random(in: 0...255, using: &generator)
      counts[name(try outcome(bytes)), default: 0] += 1
    }
    // Most bytes above 127 spoil the text; many of the others are only another cell.
    #expect(
      Set(counts.keys).isSubset(of: [
        "table", "notUTF8", "ragged", "unterminatedQuote", "unnamedColumn", "duplicateColumn",
        "binary", "infinity",
      ]), "\(counts)")
    #expect(counts["table", default: 0] > 40 && counts["notUTF8", default: 0] > 40, "\(counts)")
    #expect(counts["ragged", default: 0] > 10, "\(counts)")
  }

  @Test func extremeNumbers() throws {
    let spellings = [
      "1e308", "-1e308", "1.7976931348623157e308", "5e-324", "-0", "1e-400", "1e300", "0",
    ]
    for first in spellings {
      for second in spellings {
        let text = "a,b\n\(first),1\n\(second),2\n\(first),3\n,4\n"
        #expect(try outcome(Array(text.utf8)) == nil)
      }
    }
  }

  @Test func manyColumnsAndLongCells() throws {
    let header = (0..<5_000).map { "c\($0)" }.joined(separator: ",")
    let row = (0..<5_000).map { "\($0)" }.joined(separator: ",")
    #expect(try outcome(Array("\(header)\n\(row)\n".utf8)) == nil)
    let long = String(repeating: "é", count: 100_000)
    #expect(try outcome(Array("a,b\n\"\(long)\",1\n\(long),2\n".utf8)) == nil)
  }
}
