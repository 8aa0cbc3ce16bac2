import CustomDump
import Foundation
import SeededRandom
import Testing

@testable import Datasets

/// What holds of every scaling, whatever the column.
@Suite struct PreprocessingPropertyTests {
  private static let largest = Double.greatestFiniteMagnitude
  private static let tiniest = Double.leastNonzeroMagnitude

  private func table(_ values: [Double]) -> Table {
    Table(source: "t", names: ["x"], columns: [.numeric(values)])
  }

  private func columns() -> [[Double]] {
    var generator = SeededGenerator(seed: 5)
    func random(_ range: ClosedRange<Double>) -> Double {
      Double.random(in: range, using: &generator)
    }
    var columns: [[Double]] = [
      [1, 2], [2, 1, 2], [0, -0.0, 1], [1, 1.0.nextUp], [-1, .nan, 1], [.nan, .nan, 5, 6],
      [Self.largest, -Self.largest, 0], [Self.largest, Self.largest / 2, 1],
      [-Self.largest, -Self.largest / 2], [Self.tiniest, 0, 2 * Self.tiniest],
      [1e300, 1e-300, -1e300, 3], [1e15, 1e15 + 1, 1e15 + 2], [-0.5, -0.25, 0, 1e9],
    ]
    for size in [2, 3, 5, 17, 64, 1200] {
      columns.append((0..<size).map { _ in random(-3...3) })
      columns.append((0..<size).map { _ in pow(10, random(-8...8)) })
      columns.append((0..<size).map { _ in -exp(random(0...20)) })
      columns.append((0..<size).map { $0 % 5 == 1 ? .nan : random(0...2).rounded() })
    }
    return columns
  }

  @Test(arguments: Scaling.allCases)
  func inputsAreFiniteAndInTheOrderOfTheValues(scaling: Scaling) throws {
    for column in columns() {
      if scaling == .log1p, column.contains(where: { $0 <= -1 }) { continue }
      guard let pipeline = try? Pipeline.fit(table(column), options: .init(scaling: scaling))
      else {
        // Nothing varies, or nothing does so any more as a logarithm.
        #expect(Set(column.map { scaling == .log1p ? log1p($0) : $0 }).count == 1, "\(column)")
        continue
      }
      let extremes = [-Self.largest, -1e9, -1, 0, 1, 1e9, Self.largest, .nan]
      let rows = column + (scaling == .none ? [] : extremes)
      guard let matrix = try? pipeline.transform(table(rows)) else {
        #expect(scaling == .none && rows.contains { abs($0) > 1e38 })
        continue
      }
      #expect(matrix.values.allSatisfy { $0.isFinite }, "\(scaling) \(column)")
      guard pipeline.inputs.first?.part == .value else { continue }
      let inputs = rows.indices.map { matrix.values[$0 * matrix.columns] }
      let order = rows.indices.filter { !rows[$0].isNaN }.sorted { rows[$0] < rows[$1] }
      for (low, high) in zip(order, order.dropFirst()) {
        #expect(inputs[low] <= inputs[high], "\(scaling) \(rows[low]) \(rows[high]) \(column)")
      }
      let again = try JSONDecoder().decode(Pipeline.self, from: JSONEncoder().encode(pipeline))
      expectNoDifference(again, pipeline)
    }
  }

  @Test(arguments: Scaling.allCases)
  func constantColumnsAreLeftOut(scaling: Scaling) throws {
    for value in [0, 3, -0.25, Self.largest, Self.tiniest] {
      let fit = Table(
        source: "t", names: ["constant", "x"],
        columns: [.numeric([value, value]), .numeric([1, 2])])
      let pipeline = try Pipeline.fit(fit, options: PreprocessingOptions(scaling: scaling))
      #expect(pipeline.droppedConstant == ["constant"])
    }
    #expect(throws: DatasetError(.allMissing, file: "t", column: "x")) {
      try Pipeline.fit(table([.nan, .nan]), options: PreprocessingOptions(scaling: scaling))
    }
  }

  @Test(arguments: [Scaling.standard, .power, .log1p])
  func theFittingTableHasMeanZeroAndDeviationOne(scaling: Scaling) throws {
    for column in columns() where column.count > 2 && column.allSatisfy({ abs($0) < 1e12 }) {
      // Of numbers as small as the smallest double no deviation is exact.
      guard column.contains(where: { abs($0) > 1e-300 }) else { continue }
      if scaling == .log1p, column.contains(where: { $0 <= -1 }) { continue }
      let feature = try NumericFeature.fit(name: "x", values: column, scaling: scaling).feature
      guard feature.hasValue else { continue }
      let moments = Moments(column.map(feature.scaled))
      #expect(abs(moments.mean) < 1e-6, "\(scaling) \(column)")
      #expect(abs(moments.standardDeviation - 1) < 1e-6, "\(scaling) \(column)")
    }
  }

  @Test func limitsCutAndCount() throws {
    var options = PreprocessingOptions(scaling: .none)
    options.limits = try #require(ValueLimits("0..90%"))
    options.columnLimits["b"] = ValueLimits("..5")
    let rows = (0...10).map(Double.init)
    let fit = Table(source: "t", names: ["a", "b"], columns: [.numeric(rows), .numeric(rows)])
    let pipeline = try Pipeline.fit(fit, options: options)
    let new = Table(
      source: "t", names: ["a", "b"],
      columns: [.numeric([-3, 9.5, 4]), .numeric([-3, 9.5, .nan])])
    let matrix = try pipeline.transform(new)
    #expect(matrix.values == [0, -3, 9, 5, 4, 5])
    #expect(matrix.limitedCellsByColumn == ["a": 2, "b": 1])
    let warnings = matrix.warnings(about: "test", options: options).map(\.message)
    #expect(warnings == ["test: 3 cells of 2 columns cut at the limits of --clip"])
  }

  @Test(arguments: ["0..100", "1%..99%", "0%..99.5%", "-5..-1", "..3", "2.5..", "-1e-05..1e+20"])
  func limitsReadBack(text: String) {
    #expect(ValueLimits(text)?.description == text)
  }

  @Test func aPercentSignStandsForBothEnds() {
    #expect(ValueLimits("1..99%") == ValueLimits("1%..99%"))
  }

  @Test(arguments: [
    "", "..", "5", "a..b", "3..1", "3..3", "99%..1%", "0%..101%", "nan..1", "0..inf", "1..2..3",
    "-1%..5", "%..5",
  ])
  func otherTextsAreNoLimits(text: String) {
    #expect(ValueLimits(text) == nil)
  }

  @Test func clipsOfColumnsGoBeforeTheGeneralOne() throws {
    var options = PreprocessingOptions(clip: 2)
    options.columnClips = ["free": nil, "tight": 1]
    let names = ["free", "tight", "usual"]
    let fit = Table(
      source: "t", names: names, columns: names.map { _ in .numeric([-1, 1]) })
    let new = Table(source: "t", names: names, columns: names.map { _ in .numeric([50]) })
    let matrix = try Pipeline.fit(fit, options: options).transform(new)
    #expect(matrix.values == [50, 1, 2])
    let warnings = matrix.warnings(about: "test", options: options).map(\.message)
    #expect(warnings == ["test: 2 scaled cells of 2 columns cut"])
    let data = try JSONEncoder().encode(options)
    expectNoDifference(try JSONDecoder().decode(PreprocessingOptions.self, from: data), options)
  }

  @Test func tooManyInputsForTheMemoryAreRefused() throws {
    var options = PreprocessingOptions()
    options.hashes = ["x": 65_536]
    func table(_ rows: Int) -> Table {
      Table(
        source: "t", names: ["x"],
        columns: [
          .categorical(
            CategoricalColumn(codes: (0..<rows).map { Int32($0 % 2) }, levels: ["a", "b"]))
        ])
    }
    let pipeline = try Pipeline.fit(table(2), options: options)
    let rows = FeatureMatrix.largestCount / 65_536 + 1
    #expect(throws: DatasetError(.tooManyInputs(65_536, rows: rows), file: "t")) {
      try pipeline.transform(table(rows))
    }
  }
}
