import Datasets
import Foundation
import Testing

/// The bundled sets load as their descriptions say.
@Suite struct SampleDataTests {
  private struct Description: Decodable {
    struct File: Decodable {
      var rows: Int
      var missing_cells: Int
    }
    var target: String
    var numeric: [String]
    var categorical: [String]
    var files: [String: File]
  }

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "sample-data")

  private func path(_ set: String, _ file: String) -> String {
    Self.folder.appending(path: set).appending(path: file).path()
  }

  @Test(arguments: ["digits", "nyc_flights", "nyc_weather", "penguins", "storms"])
  func loadsWithTheRowsAndKindsItsDescriptionStates(set: String) throws {
    let description = try JSONDecoder().decode(
      Description.self, from: Data(contentsOf: URL(filePath: path(set, "meta.json"))))
    let files = description.files.keys.sorted()
    let tables = try TableReader().read(files.map { path(set, $0) })
    for (file, table) in zip(files, tables) {
      #expect(table.rowCount == description.files[file]?.rows, "\(file)")
      #expect(table.missingCells == description.files[file]?.missing_cells, "\(file)")
      #expect(table.names.last == description.target)
      for name in description.numeric { #expect(table[name]?.kind == .numeric, "\(name)") }
      for name in description.categorical { #expect(table[name]?.kind == .categorical, "\(name)") }
    }
  }

  @Test(arguments: [
    ("source_clean.csv", ["p00", "p37", "p40", "p47", "p50"]),
    ("source.csv", ["p00", "p40", "p47"]),
  ])
  func pixelsThatNeverVaryAreExcluded(file: String, constant: [String]) throws {
    let table = try TableReader().read([path("digits", file)])[0]
    let pipeline = try Pipeline.fit(table.dropping(["digit"]))
    #expect(pipeline.droppedConstant == constant)
    #expect(pipeline.inputs.count == 64 - constant.count)
    let encoder = try TargetEncoder.fit(tables: [table], column: "digit")
    #expect(encoder.task == .classification)
    #expect(encoder.classes == (0...9).map(String.init))
  }

  @Test func theTargetDecidesTheTask() throws {
    for (set, target, task) in [
      ("storms", "wind_kt", TaskKind.regression), ("penguins", "sex", .classification),
    ] {
      let tables = try TableReader().read([path(set, "source.csv"), path(set, "train.csv")])
      #expect(try TargetEncoder.fit(tables: tables, column: target).task == task)
    }
  }

  @Test func aSavedModelTakesAFileWithOtherColumnsAndNoTarget() throws {
    let tables = try TableReader().read([
      path("penguins", "source.csv"), path("penguins", "train.csv"),
    ])
    let pipeline = try Pipeline.fit(tables[0].dropping(["sex"]))
    let expected = try pipeline.transform(tables[1])
    #expect(expected.unseenCellsByColumn["species"] ?? 0 > 0, "Gentoo is not in source")
    let lines = try String(
      contentsOf: URL(filePath: path("penguins", "train.csv")), encoding: .utf8
    )
    .split(separator: "\n")
    let rearranged = lines.enumerated().map { index, line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).dropLast().reversed()
      return (["extra\(index)"] + cells).joined(separator: ",")
    }
    let table = try withTemporaryFile(rearranged.joined(separator: "\r\n")) {
      try TableReader().read($0, expecting: pipeline.columnKinds)
    }
    #expect(try pipeline.transform(table) == expected)
  }
}
