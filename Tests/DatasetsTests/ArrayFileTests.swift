import Foundation
import SeededRandom
import Testing

@testable import Datasets

/// Files of NumPy arrays: what NumPy wrote is read, and what is spoilt is one line.
@Suite struct ArrayFileTests {
  /// A file that NumPy wrote, and what is in it.
  private struct Written: Decodable {
    let name: String
    let content: Data
    let names: [String]
    let columns: [[Cell?]]

    enum Cell: Decodable {
      case number(Double)
      case text(String)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }
    }
  }

  private static func written() throws -> [Written] {
    try Oracle.decode([Written].self, from: "arrays.json")
  }

  private func content(_ name: String) throws -> [UInt8] {
    Array(try #require(try Self.written().first { $0.name == name }).content)
  }

  /// A file as NumPy would write it, of a header and elements.
  private func array(_ header: String, _ elements: [UInt8] = []) -> [UInt8] {
    ArrayHeader.signature + [1, 0, UInt8(header.utf8.count & 255), UInt8(header.utf8.count >> 8)]
      + Array(header.utf8) + elements
  }

  private func array(
    _ type: String, shape: String, _ elements: [UInt8] = [], isByColumns: Bool = false
  ) -> [UInt8] {
    array(
      "{'descr': \(type), 'fortran_order': \(isByColumns ? "True" : "False"), "
        + "'shape': \(shape), }\n", elements)
  }

  private func read(
    _ bytes: some Sequence<UInt8>, _ options: ReadOptions = ReadOptions()
  ) throws -> Table {
    try withTemporaryFile(bytes) { try TableReader(options).read([$0])[0] }
  }

  private func error(_ bytes: some Sequence<UInt8>, _ options: ReadOptions = ReadOptions())
    -> DatasetError?
  {
    #expect(throws: DatasetError.self) { try read(bytes, options) }
  }

  @Test func whatNumPyWroteIsRead() throws {
    let files = try Self.written()
    #expect(files.count > 50)
    for file in files {
      let table = try read(file.content)
      #expect(table.names == file.names, "\(file.name)")
      for (column, expected) in zip(table.columns, file.columns) {
        switch column {
        case .numeric(let values):
          for (value, cell) in zip(values, expected) {
            if case .number(let number)? = cell {
              #expect(value == number, "\(file.name)")
            } else {
              #expect(cell == nil && value.isNaN, "\(file.name)")
            }
          }
        case .categorical(let column):
          for (row, cell) in expected.enumerated() {
            if case .text(let text)? = cell {
              #expect(column[row] == text, "\(file.name)")
            } else {
              #expect(cell == nil && column[row] == nil, "\(file.name)")
            }
          }
        }
        #expect(column.count == expected.count, "\(file.name)")
      }
    }
  }

  @Test func numbersAreSpelledWhereCategoriesAreAskedFor() throws {
    let table = try read(
      try content("<i8 by rows"), ReadOptions(categorical: ["column_0", "column_1"]))
    guard case .categorical(let column) = table.columns[0] else {
      Issue.record("not categorical")
      return
    }
    // More digits than a number of double precision has.
    #expect(column[0] == "-9223372036854775808")
    #expect(table.columns[2].kind == .numeric)
    let text = try read(try content("text <U5"), ReadOptions(drop: ["column_0"]))
    #expect(text.names == ["column_1"])
  }

  @Test func textIsParsedWhereNumbersAreAskedFor() throws {
    let text = array("'|S3'", shape: "(3,)", Array("1.5 7\0\0\0\0".utf8) + [0])
    #expect(try read(text).columns[0].kind == .categorical)
    let numbers = try read(text, ReadOptions(numeric: ["column_0"]))
    #expect(numbers.columns[0] == .numeric([1.5, 7, .nan]))
    let found = error(
      array("'|S1'", shape: "(2,)", Array("7x".utf8)), ReadOptions(numeric: ["column_0"]))
    #expect(found?.problem == .notANumber("x", because: .option))
    #expect(found?.row == 2 && found?.column == "column_0")
  }

  @Test func kindsAgreeWithThoseOfOtherFiles() throws {
    let numbers = array("'|u1'", shape: "(3,)", [3, 1, 3])
    try withTemporaryFile("column_0\na\nb\n") { text in
      try withTemporaryFile(numbers) { array in
        let tables = try TableReader().read([text, array])
        guard case .categorical(let column) = tables[1].columns[0] else {
          Issue.record("not categorical")
          return
        }
        #expect(column.levels == ["1", "3"] && column.codes == [1, 0, 1])
        let found = #expect(throws: DatasetError.self) { try TableReader().read([array, text]) }
        #expect(found?.problem == .notANumber("a", because: .otherFile(array)))
        #expect(found?.line == 2 && found?.file == text)
      }
    }
  }

  @Test func whatCannotBeATableIsRefused() throws {
    let cases: [([UInt8], DatasetError.Problem)] = [
      (array("'|O'", shape: "(2,)"), .pickledObjects),
      (array("'<c16'", shape: "(2,)"), .arrayType("<c16")),
      (array("'<M8[ns]'", shape: "(2,)"), .arrayType("<M8[ns]")),
      (array("'<f16'", shape: "(2,)"), .arrayType("<f16")),
      (array("'<U0'", shape: "(2,)"), .arrayType("<U0")),
      (array("'<f8'", shape: "()"), .arrayShape([], isRecords: false)),
      (array("'<f8'", shape: "(2, 3, 4)"), .arrayShape([2, 3, 4], isRecords: false)),
      (array("[('a', '<f8')]", shape: "(2, 2)"), .arrayShape([2, 2], isRecords: true)),
      (array("'<f8'", shape: "(0, 4)"), .noElements([0, 4])),
      (array("'<f8'", shape: "(4, 0)"), .noElements([4, 0])),
      (array("'<f8'", shape: "(1, \(Int.max))"), .tooManyColumns(.max)),
      (array("'|S1000000'", shape: "(1, 100000)"), .tooManyColumns(100_000)),
      (array("'<f8'", shape: "(\(Int.max), 2)"), .endOfArray),
      (array("'<f8'", shape: "(\(Int.max), 2)", isByColumns: true), .endOfArray),
      (array("'<f8'", shape: "(3,)", [0, 0, 0]), .endOfArray),
      (array("'|S2'", shape: "(1,)", [0xC3, 0x28]), .notUTF8),
      (array("'<U1'", shape: "(1,)", [0, 0, 0xFF, 0xFF]), .notUTF8),
      (
        array("[('a', '<f8'), ('a', '<f8')]", shape: "(1,)", .init(repeating: 0, count: 16)),
        .duplicateColumn
      ),
      (array("[('a', [('b', '<f8')])]", shape: "(1,)"), .nestedArray),
      (array("[('a', '<f8', (3,))]", shape: "(1,)"), .nestedArray),
      (array("{'shape': (3,)}"), .damagedArray),
      (array("'<f8'", shape: "(3"), .damagedArray),
      (array("'<f8'", shape: "(-3,)"), .damagedArray),
      (array("'<f8'", shape: "(99999999999999999999,)"), .damagedArray),
      (array(String(repeating: "[", count: 60_000)), .damagedArray),
      (ArrayHeader.signature + [9, 0, 4, 0], .damagedArray),
      (ArrayHeader.signature + [2, 0, 0xFF, 0xFF, 0xFF, 0xFF], .damagedArray),
      (array("'<f4'", shape: "(2,)", [0, 0, 0, 0, 0, 0, 0x80, 0x7F]), .infinity("inf")),
    ]
    for (bytes, problem) in cases {
      let found = error(bytes)
      #expect(found?.problem == problem)
      #expect(found.map { $0.description == $0.description.cleaned && $0.file != nil } ?? false)
    }
    let infinity = error(cases[cases.count - 1].0)
    #expect(infinity?.description.contains(", row 2, column \"column_0\": \"inf\" is not") ?? false)
  }

  @Test func arraysThatCannotBeUsedCanBeDropped() throws {
    let file = Archive([
      ("X", array("'|u1'", shape: "(2, 2)", [1, 2, 3, 4])),
      ("names", array("'|S1'", shape: "(3,)", Array("abc".utf8))),
      ("meta", array("'|O'", shape: "()")),
    ]).bytes
    let pickled = error(file, ReadOptions(drop: ["names"]))
    #expect(pickled?.problem == .pickledObjects)
    #expect(pickled?.file?.hasSuffix(", array meta") ?? false)
    #expect(
      error(file, ReadOptions(drop: ["meta"]))?.problem == .unevenArrays(3, other: "X", 2))
    let table = try read(file, ReadOptions(drop: ["meta", "names"]))
    #expect(table.names == ["X_0", "X_1"])
    #expect(table.columns == [.numeric([1, 3]), .numeric([2, 4])])
    try withTemporaryFile(file) { path in
      let some = try TableReader().read(path, expecting: ["X_1": .numeric])
      #expect(some.names == ["X_1"] && some.columns == [.numeric([2, 4])])
    }
  }

  @Test func archivesOfOtherThingsAreNoTables() throws {
    let other = Archive([("word/document.xml", [])], suffix: "").bytes
    #expect(error(other)?.problem == .binary("a zip archive or an Excel workbook"))
    #expect(error(Archive([]).bytes)?.problem == .binary("a zip archive or an Excel workbook"))
    var wrongSum = Archive([("y", array("'|u1'", shape: "(2,)", [1, 2]))]).bytes
    let place = try #require(wrongSum.lastIndex { $0 == 2 })
    #expect(place > 0)
    wrongSum[30 + 5 + array("'|u1'", shape: "(2,)").count] = 7
    #expect(error(wrongSum)?.problem == .damagedZipEntry("y.npy"))
  }

  /// Cut anywhere it is an error, and no shorter table.
  @Test(arguments: ["<f4 by rows", "records", "npz", "compressed npz", "text >U5"])
  func everyTruncationIsTold(name: String) throws {
    let bytes = try content(name)
    for count in 6..<bytes.count {
      let problem = error(bytes[..<count])?.problem
      switch problem {
      case .damagedArray?, .endOfArray?, .damagedZip?: break
      default: Issue.record("\(count) bytes of \(bytes.count): \(problem as Any)")
      }
    }
  }

  /// Whatever is altered: a table or one line, never a trap.
  @Test(arguments: 0..<4) func alteredBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let files = try Self.written().map { Array($0.content) }
    var tables = 0
    for _ in 0..<600 {
      var bytes = files.randomElement(using: &generator) ?? []
      for _ in 0...Int.random(in: 0...3, using: &generator) {
        let index = Int.random(in: 6..<bytes.count, using: &generator)
        bytes[index] = UInt8.random(in: 0...255, using: &generator)
      }
      do {
        let table = try read(bytes)
        #expect(table.rowCount > 0)
        tables += 1
      } catch let error as DatasetError {
        #expect(error.description == error.description.cleaned)
      }
    }
    #expect(tables > 50 && tables < 550)
  }

  /// More rows than are read at a time, in either order, and by each of the ways that bytes come.
  @Test func longArraysAreReadPieceByPiece() throws {
    let rows = 200_000
    let values = (0..<rows).flatMap { row in (0..<3).map { Float(3 * row + $0) } }
    let byRows = values.withUnsafeBytes { Array($0) }
    let byColumns = (0..<3).flatMap { column in
      (0..<rows).map { values[3 * $0 + column] }
    }.withUnsafeBytes { Array($0) }
    let files = [
      array("'<f4'", shape: "(\(rows), 3)", byRows),
      array("'<f4'", shape: "(\(rows), 3)", byColumns, isByColumns: true),
    ]
    for file in files + [Archive([("column", files[0])]).bytes] {
      let table = try read(file)
      for column in 0..<3 {
        #expect(table.columns[column] == .numeric((0..<rows).map { Double(3 * $0 + column) }))
      }
    }
  }
}

/// A zip archive of stored files.
private struct Archive {
  let bytes: [UInt8]

  init(_ files: [(name: String, content: [UInt8])], suffix: String = ".npy") {
    func word(_ value: Int, _ size: Int) -> [UInt8] {
      (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var bytes: [UInt8] = []
    var list: [UInt8] = []
    for (name, content) in files {
      let name = Array("\(name)\(suffix)".utf8)
      let sizes =
        word(Int(Self.checksum(content)), 4) + word(content.count, 4) + word(content.count, 4)
      list +=
        word(0x0201_4B50, 4) + word(20, 2) + word(20, 2) + word(0, 8) + sizes
        + word(name.count, 2) + word(0, 12) + word(bytes.count, 4) + name
      bytes += word(0x0403_4B50, 4) + word(20, 2) + word(0, 8) + sizes + word(name.count, 2)
      bytes += word(0, 2) + name + content
    }
    let end = word(0x0605_4B50, 4) + word(0, 4) + word(files.count, 2) + word(files.count, 2)
    self.bytes = bytes + list + end + word(list.count, 4) + word(bytes.count, 4) + word(0, 2)
  }

  /// The cyclic redundancy check of zip, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}
