import Foundation
import Testing

@testable import Datasets

/// Files packed by gzip are read as what was packed.
@Suite struct PackedFileTests {
  /// `x,city`, two rows; made by `gzip -9n`.
  private let head = Data(
    base64Encoded: "H4sIAAAAAAACA6vQSc4sqeQy1AnNyeUy0jPV8c5MzeECALzyTBMWAAAA")
  /// `3,Bonn`, made likewise.
  private let row = Data(base64Encoded: "H4sIAAAAAAACAzPWccrPy+MCAJ0AHWwHAAAA")

  /// One member behind the other, as `cat` of two packed files gives them.
  private func packed(rows: Int) throws -> [UInt8] {
    var bytes = Array(try #require(head))
    for _ in 0..<rows { bytes += try #require(row) }
    return bytes
  }

  private func unpacked(rows: Int) -> String {
    "x,city\n1,Ulm\n2.5,Kiel\n" + String(repeating: "3,Bonn\n", count: rows)
  }

  @Test(arguments: [0, 1, 5_000]) func isReadAsWhatWasPacked(rows: Int) throws {
    for threads in [1, 3] {
      let reader = TableReader(ReadOptions(), windowCapacity: 512, threads: threads)
      let table = try withTemporaryFile(try packed(rows: rows)) { try reader.read([$0])[0] }
      let plain = try withTemporaryFile(unpacked(rows: rows)) { try reader.read([$0])[0] }
      #expect(table.columns == plain.columns)
      #expect(table.rowCount == rows + 2)
    }
  }

  /// What makes a reader go back, and look again, goes back to what was packed too.
  @Test func isReadAgainWhereColumnsTurn() throws {
    let reader = TableReader(
      ReadOptions(categorical: ["x"]), windowCapacity: 64, threads: 1)
    try withTemporaryFile(try packed(rows: 500)) { path in
      #expect(reader.place(ofRow: 400, in: path)?.line == 402)
      try withTemporaryFile("x,city\na,b\n") { text in
        // Text in the first file makes text of the numbers in the second.
        let tables = try TableReader(ReadOptions(), windowCapacity: 64).read([text, path])
        #expect(tables[1].columns[0].kind == .categorical)
      }
    }
  }

  @Test func damageAndTruncationAreTold() throws {
    let bytes = try packed(rows: 100)
    var altered = bytes
    altered[bytes.count - 6] ^= 0xFF
    let cases: [([UInt8], DatasetError.Problem)] = [
      (Array(bytes.dropLast(3)), .endOfGzip(after: bytes.count - 3)),
      (altered, .damagedGzip(near: bytes.count - 4)),
      (bytes + [7, 7, 7], .damagedGzip(near: bytes.count + 2)),
    ]
    for (spoilt, problem) in cases {
      try withTemporaryFile(spoilt) { (path) -> Void in
        #expect(throws: DatasetError(problem, file: path)) {
          _ = try TableReader().read([path])
        }
      }
    }
    // As on tapes.
    let padded = bytes + [UInt8](repeating: 0, count: 1 << 18)
    let table = try withTemporaryFile(padded) { try TableReader().read([$0])[0] }
    #expect(table.rowCount == 102)
  }

  /// Wherever a packed file ends too early, it is an error and no shorter table.
  @Test func everyTruncationIsTold() throws {
    let bytes = try packed(rows: 2)
    let member = (try #require(row)).count
    for count in 2..<bytes.count {
      let outcome = try withTemporaryFile(bytes[..<count]) { path in
        Result { try TableReader().read([path])[0].rowCount }
      }
      switch outcome {
      case .success(let rows): #expect((bytes.count - count) % member == 0 && rows < 4)
      case .failure(let error):
        #expect((error as? DatasetError)?.problem == .endOfGzip(after: count))
      }
    }
  }

  @Test func aPipeIsReadAsOftenAsNeeded() throws {
    let rows = (0..<200_000).map { "00\($0 % 7),\($0)\n" }.joined()
    for bytes in [Array("code,x\n\(rows)A1,5\n".utf8), try packed(rows: 5_000)] {
      let plain = try withTemporaryFile(bytes) { try TableReader().read([$0])[0] }
      for threads in [1, 3] {
        let pipe = Pipe()
        let writing = pipe.fileHandleForWriting
        Thread.detachNewThread {
          try? writing.write(contentsOf: bytes)
          try? writing.close()
        }
        let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
        let reader = TableReader(ReadOptions(), windowCapacity: 1 << 16, threads: threads)
        let table = try reader.read([path])[0]
        #expect(table.columns == plain.columns)
      }
    }
  }

  @Test func contentIsUnpackedWhole() throws {
    try withTemporaryFile(try packed(rows: 3)) { path in
      let content = try FileContent.read(path)
      #expect(String(decoding: content, as: UTF8.self) == unpacked(rows: 3))
    }
  }

  @Test func standardInputIsReadOnce() throws {
    try StandardInput.check(["-", nil, "a.csv", nil])
    let error = DatasetError(.standardInputTwice, file: "-")
    #expect(error.description.hasPrefix("standard input: it can be read only once"))
    #expect(throws: error) { try StandardInput.check(["-", nil, "-"]) }
  }

  @Test func anErrorNamesTheLineOfWhatWasPacked() throws {
    var bytes = try packed(rows: 10)
    bytes += Array(try #require(head))
    try withTemporaryFile(bytes) { (path) -> Void in
      let error = DatasetError(
        .notANumber("x", because: .option), file: path, line: 14, column: "x")
      #expect(throws: error) {
        _ = try TableReader(ReadOptions(numeric: ["x"])).read([path])
      }
    }
  }
}
