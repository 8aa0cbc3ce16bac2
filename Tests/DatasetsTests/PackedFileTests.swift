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
      #expect(reader.line(ofRow: 400, in: path) == 402)
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
    for spoilt in [Array(bytes.dropLast(3)), altered, bytes + [7, 7, 7]] {
      try withTemporaryFile(spoilt) { (path) -> Void in
        #expect(throws: DatasetError(.damagedGzip, file: path)) {
          _ = try TableReader().read([path])
        }
      }
    }
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
