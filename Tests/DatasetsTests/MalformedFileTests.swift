import SeededRandom
import Testing

@testable import Datasets

/// Whatever the bytes are: a table or one line, never a trap.
@Suite struct MalformedFileTests {
  /// Reads bytes in every way there is and returns the message when they are no table.
  @discardableResult
  private func outcome(_ bytes: [UInt8]) throws -> String? {
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
        return error.description
      }
    }
  }

  @Test(arguments: 0..<4) func randomBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      let count = Int.random(in: 0...200, using: &generator)
      try outcome((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
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
    for count in 0...bytes.count { try outcome(Array(bytes[..<count])) }
  }

  @Test func oneByteAlteredInAValidFile() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      var bytes = Array(RandomCSV.text(using: &generator).utf8)
      let index = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[index] = UInt8.random(in: 0...255, using: &generator)
      try outcome(bytes)
    }
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
