import CustomDump
import Foundation
import Testing

@testable import Datasets

/// Preprocessing that is fitted on one table and applied to others.
@Suite struct PipelineTests {
  private struct Case: Decodable {
    struct QuantileCase: Decodable {
      var values: [Double]
      var share: Double
      var quantile: Double
    }
    var fit: [[Double?]]
    var new: [[Double?]]
    var missing: [[Double]]
    var scaled: [String: [[Double]]]
    var quantiles: [QuantileCase]
  }

  private func table(_ rows: [[Double?]]) -> Table {
    let names = (0..<(rows.first?.count ?? 0)).map { "x\($0)" }
    return Table(
      source: "table", names: names,
      columns: names.indices.map { column in .numeric(rows.map { $0[column] ?? .nan }) })
  }

  private func categories(_ cells: [String?]) -> Column {
    let levels = LevelOrder.sorted(cells.compactMap { $0 })
    return .categorical(
      CategoricalColumn(
        codes: cells.map { cell in Int32(cell.flatMap { levels.firstIndex(of: $0) } ?? -1) },
        levels: levels))
  }

  private func one(_ name: String, _ column: Column) -> Table {
    Table(source: "table", names: [name], columns: [column])
  }

  private func rows(_ matrix: FeatureMatrix) -> [[Float]] {
    (0..<matrix.rows).map { Array(matrix.values[($0 * matrix.columns)...].prefix(matrix.columns)) }
  }

  @Test(arguments: [Scaling.standard, .minmax, .robust, .shared, .none])
  func numbersAreThoseOfScikitLearn(scaling: Scaling) throws {
    let oracle = try Oracle.decode(Case.self, from: "pipeline.json")
    let options = PreprocessingOptions(scaling: scaling, clip: nil)
    let pipeline = try Pipeline.fit(table(oracle.fit), options: options)
    expectNoDifference(
      pipeline.inputs.map(\.description),
      ["x0", "x0 (missing)", "x1", "x1 (missing)", "x2", "x3", "x4"])
    let inputs = rows(try pipeline.transform(table(oracle.new)))
    let expected = try #require(oracle.scaled[scaling.rawValue])
    for (row, inputs) in inputs.enumerated() {
      let wanted = expected[row]
      let order = [
        wanted[0], oracle.missing[row][0], wanted[1], oracle.missing[row][1], wanted[2], wanted[3],
        wanted[4],
      ]
      for (input, wanted) in zip(inputs, order) {
        // The matrix is single precision, and the fourth column loses nine digits to its mean.
        #expect(abs(Double(input) - wanted) <= 2e-7 * max(1, abs(wanted)), "\(scaling) \(row)")
      }
    }
  }

  @Test func quantilesAreThoseOfNumpy() throws {
    for oracle in try Oracle.decode(Case.self, from: "pipeline.json").quantiles {
      let quantile = Quantile.of(oracle.values, share: oracle.share)
      #expect(abs(quantile - oracle.quantile) <= 1e-15 * abs(oracle.quantile))
    }
  }

  @Test func itSurvivesJSONToTheLastBit() throws {
    let oracle = try Oracle.decode(Case.self, from: "pipeline.json")
    for scaling in Scaling.allCases {
      for clip in [10, nil, 0.1 + 0.2] {
        let fitted = try Pipeline.fit(
          Table(
            source: "", names: ["n", "c", "constant"],
            columns: [
              .numeric(oracle.fit.map { $0[3] ?? .nan }),
              categories(oracle.fit.indices.map { $0 % 7 == 0 ? nil : "l\($0 % 3)\"\u{1F600}" }),
              .numeric(oracle.fit.map { _ in 1 }),
            ]), options: PreprocessingOptions(scaling: scaling, clip: clip))
        let data = try JSONEncoder().encode(fitted)
        expectNoDifference(try JSONDecoder().decode(Pipeline.self, from: data), fitted)
      }
    }
    let encoder = try TargetEncoder.fit(tables: [table(oracle.fit)], column: "x0")
    let data = try JSONEncoder().encode(encoder)
    expectNoDifference(try JSONDecoder().decode(TargetEncoder.self, from: data), encoder)
  }

  @Test func constantColumnsAreExcluded() throws {
    let pipeline = try Pipeline.fit(
      Table(
        source: "table", names: ["a", "b", "c", "d", "e"],
        columns: [
          .numeric([1, 1, 1]), .numeric([1, 2, 3]), categories(["x", "x", "x"]),
          .numeric([4, .nan, 4]), categories([nil, "y", "y"]),
        ]))
    #expect(pipeline.droppedConstant == ["a", "c"])
    #expect(pipeline.columns == ["b", "d", "e"])
    #expect(pipeline.inputs.map(\.description) == ["b", "d (missing)", "e (missing)"])
    let matrix = try pipeline.transform(
      Table(
        source: "table", names: ["b", "d", "e"],
        columns: [.numeric([2, .nan]), .numeric([.nan, 9]), categories(["z", nil])]))
    #expect(rows(matrix) == [[0, 1, 0], [0, 0, 1]])
    #expect(matrix.unseenCellsByColumn.isEmpty)
  }

  @Test func gapsThatFittingNeverHadAreFilledWithTheMedian() throws {
    let pipeline = try Pipeline.fit(
      one("a", .numeric([1, 2, 9])), options: PreprocessingOptions(scaling: .none))
    #expect(pipeline.inputs.count == 1)
    #expect(try pipeline.transform(one("a", .numeric([.nan, 5]))).values == [2, 5])
  }

  @Test func scaledInputsAreCutAndCounted() throws {
    let fit = one("a", .numeric([-1, 1]))
    let new = one("a", .numeric([10, -10, 10.5, -1e300, 1e300, .nan]))
    let cut = try Pipeline.fit(fit).transform(new)
    #expect(cut.values == [10, -10, 10, -10, 10, 0])
    #expect(cut.clippedCells == 3)
    #expect(cut.clippedCellsByColumn == ["a": 3])
    let narrow = try Pipeline.fit(fit, options: PreprocessingOptions(clip: 2)).transform(new)
    #expect(narrow.values == [2, -2, 2, -2, 2, 0])
    let raw = try Pipeline.fit(fit, options: PreprocessingOptions(scaling: .none))
    #expect(try raw.transform(one("a", .numeric([1e30]))).values == [1e30])
    #expect(
      throws: DatasetError(
        .tooLargeForSinglePrecision("-1e+300", row: 4), file: "table", column: "a")
    ) { try raw.transform(new) }
  }

  @Test func categoriesHaveBucketsForRareAndUnseen() throws {
    var cells: [String?] = Array(repeating: "a", count: 400) + Array(repeating: "b", count: 94)
    cells += ["c", "c", "d", "d", "d", "d"]
    let pipeline = try Pipeline.fit(one("x", categories(cells)))
    #expect(
      pipeline.inputs.map(\.description) == ["x = a", "x = b", "x (rare)", "x (unseen)"])
    let matrix = try pipeline.transform(one("x", categories(["b", "c", "d", "new", nil, "a"])))
    #expect(
      rows(matrix) == [
        [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 1, 0], [0, 0, 0, 1], [1, 0, 0, 0], [1, 0, 0, 0],
      ])
    #expect(matrix.unseenCellsByColumn == ["x": 1])
  }

  @Test func smallTablesKeepEveryCategory() throws {
    let pipeline = try Pipeline.fit(one("x", categories(["a", "b", "b", nil])))
    #expect(
      pipeline.inputs.map(\.part)
        == [.category("a"), .category("b"), .unseen, .missingIndicator])
    #expect(
      rows(try pipeline.transform(one("x", categories([nil, "a", "z"]))))
        == [[0, 1, 0, 1], [1, 0, 0, 0], [0, 0, 1, 0]])
  }

  @Test func freeTextDoesNotMakeAnInputForEachRow() throws {
    let unique = one("x", categories((0..<2000).map { "text \($0)" }))
    #expect(throws: DatasetError(.noFeatures, file: "table")) { try Pipeline.fit(unique) }
    let many = one("x", categories((0..<3000).map { "level \($0 % 500)" }))
    #expect(try Pipeline.fit(many).inputs.count == 257)
  }

  @Test func otherColumnsAndTheirOrderDoNotMatter() throws {
    let fit = Table(
      source: "fit", names: ["a", "b", "c"],
      columns: [.numeric([1, 2]), categories(["x", "y"]), .numeric([3, 5])])
    let pipeline = try Pipeline.fit(fit)
    let reordered = Table(
      source: "new", names: ["extra", "c", "b", "a"],
      columns: [
        categories(["q", "r"]), .numeric([3, 5]), categories(["x", "y"]), .numeric([1, 2]),
      ])
    expectNoDifference(try pipeline.transform(reordered), try pipeline.transform(fit))
    #expect(pipeline.columnKinds == ["a": .numeric, "b": .categorical, "c": .numeric])
    #expect(
      throws: DatasetError(.missingColumn(presentIn: nil), file: "new", column: "b")
    ) { try pipeline.transform(reordered.dropping(["b"])) }
    #expect(
      throws: DatasetError(.wrongKind(expected: .numeric), file: "new", column: "a")
    ) {
      try pipeline.transform(
        Table(source: "new", names: ["a"], columns: [categories(["x"])]))
    }
  }

  @Test func aColumnWithoutAnyValueIsAnError() {
    for column in [Column.numeric([.nan, .nan]), categories([nil, nil])] {
      #expect(throws: DatasetError(.allMissing, file: "table", column: "a")) {
        try Pipeline.fit(one("a", column))
      }
    }
  }

  @Test func valuesAtTheEdgeOfTheRangeStayFinite() throws {
    let largest = Double.greatestFiniteMagnitude
    let tiniest = Double.leastNonzeroMagnitude
    for values in [
      [largest, -largest, 0], [largest, largest / 2, 1], [tiniest, 0, 2 * tiniest],
      [1, 1.0.nextUp, 1],
    ] {
      for scaling in [Scaling.standard, .minmax, .robust, .shared] {
        let table = one("a", .numeric(values))
        let pipeline = try Pipeline.fit(table, options: PreprocessingOptions(scaling: scaling))
        #expect(try pipeline.transform(table).values.allSatisfy(\.isFinite), "\(values) \(scaling)")
      }
    }
    let moments = Moments([3e300, 1e300])
    #expect(moments.mean == 2e300 && moments.standardDeviation == 1e300)
  }
}
