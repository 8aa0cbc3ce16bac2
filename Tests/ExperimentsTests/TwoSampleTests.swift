import Datasets
import Foundation
import NeuralEngine
import SeededRandom
import Shift
import Testing

@testable import Experiments

@Suite struct TwoSampleTests {
  /// Numbers made by `Fixtures/two-samples/make.py`.
  struct Oracle: Decodable {
    struct Rows: Decodable {
      let heavy: [Double?]
      let gaps: [Double?]
      let category: [String]
    }

    struct Kernel: Decodable {
      let reference: Rows
      let current: Rows
      let statistic: Double
      let p: Double
    }

    struct Ranking: Decodable {
      let scores: [Double]
      let marks: [Bool]
      let area: Double
      let p: Double
    }

    let kernels: [Kernel]
    let rankings: [Ranking]

    static func read() throws -> Oracle {
      let path = repositoryPath("Tests/ExperimentsTests/Fixtures/two-samples/two_samples.json")
      return try JSONDecoder().decode(
        Oracle.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    }
  }

  @Test func theDiscrepancyIsThatOfNumpy() throws {
    for kernel in try Oracle.read().kernels {
      let tables = Paired(
        reference: Table.of(kernel.reference), current: Table.of(kernel.current))
      let drift = try #require(MultivariateDrift.between(tables).discrepancy)
      #expect(abs(drift.statistic - kernel.statistic) < 1e-6)
      #expect(abs(drift.p - kernel.p) < 4 * (kernel.p * (1 - kernel.p) / 999).squareRoot() + 1e-3)
      #expect(drift.rows == Paired(reference: 120, current: 80))
    }
  }

  @Test func theAreaIsThatOfScipyAndPermutationsGiveItsP() throws {
    for ranking in try Oracle.read().rankings {
      let scores = ranking.scores.map { Float($0) }
      #expect(abs(rankingArea(scores, isCurrent: ranking.marks[...]) - ranking.area) < 1e-12)
      let outcome = PermutationTest(seed: 1).outcome(
        ranking.marks, within: [0..<scores.count]
      ) { $0.map { rankingArea(scores, isCurrent: $0[...]) } }
      #expect(outcome.observed == rankingArea(scores, isCurrent: ranking.marks[...]))
      let error = (ranking.p * (1 - ranking.p) / 999).squareRoot()
      #expect(abs(outcome.p - ranking.p) < 4 * error + 0.01)
    }
  }

  @Test func bothTestsSeeACorrelationThatNoSingleFeatureShows() throws {
    let tables = Paired(
      reference: Table.correlated(0.7, rows: 150, seed: 1),
      current: Table.correlated(-0.7, rows: 150, seed: 2))
    let report = DriftReport.compare(reference: tables.reference, current: tables.current)
    #expect(report.features.allSatisfy { !$0.drifted })
    let drift = MultivariateDrift.between(tables)
    let classifier = try #require(drift.classifier)
    #expect(classifier.area > 0.75)
    #expect(classifier.p == 0.001)
    #expect(Set(classifier.columns.prefix(2).map(\.name)) == ["x", "y"])
    #expect(try #require(classifier.columns.last).areaLost < 0.05)
    #expect(try #require(drift.discrepancy).p <= 0.002)
  }

  @Test func missingCellsAndNewCategoriesAreSeen() throws {
    let gaps = Paired(
      reference: Table.gaps(share: 0.1, rows: 150, seed: 3),
      current: Table.gaps(share: 0.5, rows: 150, seed: 4))
    let missing = try #require(MultivariateDrift.between(gaps).classifier)
    #expect(missing.p < 0.01)
    #expect(missing.columns.first?.name == "x")
    let cities = Paired(
      reference: Table.categories(["a", "b"], rows: 100, seed: 5),
      current: Table.categories(["a", "b", "c"], rows: 100, seed: 6))
    #expect(try #require(MultivariateDrift.between(cities).classifier).p < 0.01)
  }

  /// An identifier has other values in every table: that they are new says nothing.
  @Test func identifiersDoNotCryWolf() throws {
    let tables = Paired(
      reference: Table.identifiers(0..<120, seed: 7),
      current: Table.identifiers(120..<200, seed: 8))
    let drift = MultivariateDrift.between(tables)
    #expect(try #require(drift.classifier).p > 0.05)
    #expect(try #require(drift.discrepancy).p > 0.05)
  }

  @Test func aTableIsLikeItself() throws {
    let table = Table.correlated(0.3, rows: 60, seed: 9)
    let drift = MultivariateDrift.between(Paired(reference: table, current: table))
    let classifier = try #require(drift.classifier)
    #expect(abs(classifier.area - 0.5) < 0.02)
    #expect(classifier.p > 0.3)
    let discrepancy = try #require(drift.discrepancy)
    #expect(discrepancy.statistic < 0)
    #expect(discrepancy.p == 1)
  }

  @Test func seedsDecide() {
    let tables = Paired(
      reference: Table.correlated(0.2, rows: 40, seed: 10),
      current: Table.correlated(0, rows: 30, seed: 11))
    let first = MultivariateDrift.between(tables, seed: 1)
    #expect(MultivariateDrift.between(tables, seed: 1) == first)
    #expect(MultivariateDrift.between(tables, seed: 2) != first)
  }

  @Test func ofManyRowsSomeAreDrawn() throws {
    let tables = Paired(
      reference: Table.correlated(0, rows: 90, seed: 12),
      current: Table.correlated(0, rows: 20, seed: 13))
    let sample = try #require(PooledSample(tables, limit: 50, seed: 1))
    #expect(sample.counts == Paired(reference: 50, current: 20))
    let less = sample.drawing(10, seed: 1)
    #expect(less.counts == Paired(reference: 10, current: 10))
    #expect(less.inputs.rows == 20)
    #expect((0..<20).map(less.isCurrent) == (0..<20).map { $0 >= 10 })
  }

  @Test func thereIsNoTestWithoutRowsOrColumns() {
    let some = Table.correlated(0, rows: 20, seed: 14)
    let none = MultivariateDrift(classifier: nil, discrepancy: nil)
    let constant = Table.numbers(["x": [Double](repeating: 1, count: 20)])
    let empty = Table.numbers(["x": [Double](repeating: .nan, count: 20)])
    let other = Table.numbers(["other": (0..<20).map(Double.init)])
    let words = Table.categories(["a", "b"], named: "x", rows: 20, seed: 15)
    let numbers = Table.numbers(["x": (0..<20).map(Double.init)])
    for (first, second) in [
      (some, some.selecting(rows: [0])), (some.selecting(rows: []), some), (constant, constant),
      (empty, empty), (some, other), (words, numbers),
    ] {
      #expect(MultivariateDrift.between(Paired(reference: first, current: second)) == none)
    }
    #expect(
      MultivariateDrift.between(Paired(reference: numbers, current: numbers), target: "x") == none)
  }

  @Test(arguments: [2, 3, 4])
  func fewRowsMakeFewFolds(rows: Int) throws {
    let tables = Paired(
      reference: Table.correlated(0, rows: 30, seed: 16),
      current: Table.correlated(0, rows: rows, seed: 17))
    let sample = try #require(PooledSample(tables, limit: 100, seed: 0))
    let folds = Folds(sample, seed: 0)
    #expect(folds.ranges.count == rows)
    #expect(folds.order.sorted() == Array(0..<30 + rows))
    #expect(abs(folds.ranges.reduce(0) { $0 + folds.share(of: $1) } - 1) < 1e-12)
    let drift = MultivariateDrift.between(tables)
    let area = try #require(drift.classifier).area
    #expect((0...1).contains(area))
    #expect((0.001...1).contains(try #require(drift.classifier).p))
    #expect((0.001...1).contains(try #require(drift.discrepancy).p))
  }

  @Test(arguments: [
    // One group that is a whole sample, and several groups that would come to the fold of the rest of one.
    ([7, 7], Array(100..<160)), ([7, 7, 7, 7, 7], Array(100..<600)),
    ([1, 2], [1, 5, 5, 2] + Array(100..<130)), ([1, 2, 3], [1, 4, 4, 6, 6, 2] + Array(100..<130)),
  ])
  func noFoldHoldsAllRowsOfASample(reference: [UInt64], current: [UInt64]) {
    let counts = Paired(reference: reference.count, current: current.count)
    for (counts, rows) in [
      (counts, reference + current),
      (Paired(reference: counts.current, current: counts.reference), current + reference),
    ] {
      for seed in 0..<50 {
        let folds = Folds(counts, seed: UInt64(seed)) { rows[$0] }
        #expect(folds.order.sorted() == Array(rows.indices))
        for fold in folds.ranges {
          let ofReference = folds.order[fold].count { $0 < counts.reference }
          #expect(ofReference < counts.reference && fold.count - ofReference < counts.current)
        }
      }
    }
  }

  @Test func theInverseIsOne() {
    let size = 21
    var random = SeededGenerator(seed: 18)
    let rows = DenseMatrix(rows: 30, columns: size)
    for row in 0..<30 {
      for column in 0..<size { rows[row, column] = Float.random(in: -1...1, using: &random) }
    }
    let matrix = rows.transposedTimes(rows, rows: 0..<30)
    let inverse = matrix.inverse(ridge: 0.5)
    for place in 0..<size { matrix[place, place] += 0.5 }
    let product = matrix.times(inverse, rows: 0..<size)
    for row in 0..<size {
      for column in 0..<size {
        #expect(abs(product[row, column] - (row == column ? 1 : 0)) < 1e-4)
      }
    }
  }
}

extension Table {
  static func of(_ rows: TwoSampleTests.Oracle.Rows) -> Table {
    let levels = Set(rows.category).sorted()
    let codes = rows.category.map { Int32(levels.firstIndex(of: $0) ?? -1) }
    return Table(
      source: "test", names: ["heavy", "gaps", "category"],
      columns: [
        .numeric(rows.heavy.map { $0 ?? .nan }), .numeric(rows.gaps.map { $0 ?? .nan }),
        .categorical(CategoricalColumn(codes: codes, levels: levels)),
      ])
  }

  static func numbers(_ columns: KeyValuePairs<String, [Double]>) -> Table {
    Table(
      source: "test", names: columns.map(\.key), columns: columns.map { .numeric($0.value) })
  }

  /// Three columns of normal values; the first two have a correlation.
  static func correlated(_ correlation: Double, rows: Int, seed: UInt64) -> Table {
    var random = SeededGenerator(seed: seed)
    let x = (0..<rows).map { _ in random.normal() }
    let y = x.map {
      correlation * $0 + (1 - correlation * correlation).squareRoot() * random.normal()
    }
    return numbers(["x": x, "y": y, "z": x.map { _ in random.normal() }])
  }

  /// A column with gaps, and one without.
  static func gaps(share: Double, rows: Int, seed: UInt64) -> Table {
    var random = SeededGenerator(seed: seed)
    let x = (0..<rows).map { _ in
      Double.random(in: 0..<1, using: &random) < share ? .nan : random.normal()
    }
    return numbers(["x": x, "y": x.map { _ in random.normal() }])
  }

  static func categories(
    _ levels: [String], named name: String = "city", rows: Int, seed: UInt64
  ) -> Table {
    var random = SeededGenerator(seed: seed)
    let codes = (0..<rows).map { _ in Int32.random(in: 0..<Int32(levels.count), using: &random) }
    return Table(
      source: "test", names: [name],
      columns: [.categorical(CategoricalColumn(codes: codes, levels: levels))])
  }

  /// A column of names that occur once, and one of normal values.
  static func identifiers(_ numbers: Range<Int>, seed: UInt64) -> Table {
    var random = SeededGenerator(seed: seed)
    return Table(
      source: "test", names: ["id", "x"],
      columns: [
        .categorical(
          CategoricalColumn(
            codes: numbers.indices.map { Int32($0 - numbers.lowerBound) },
            levels: numbers.map { "id\($0)" })),
        .numeric(numbers.map { _ in random.normal() }),
      ])
  }
}
