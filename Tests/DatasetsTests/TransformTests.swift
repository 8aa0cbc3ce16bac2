import CustomDump
import Foundation
import Testing

@testable import Datasets

/// What is fitted to numbers is what scikit-learn fits; see `Fixtures/make_transforms.py`.
@Suite struct TransformTests {
  private struct Cases: Decodable {
    struct Column: Decodable {
      var fit: [Double]
      var new: [Double]
      var quantile: [Double]
      var robust: [Double]
      var limited: [Double]
      var log1p: [Double]?
      var lambda: Double
      var power: [Double]
      var exactLambda: Double
      var exactPower: [Double]

      enum CodingKeys: String, CodingKey {
        case fit, new, quantile, robust, limited, log1p, lambda, power
        case exactLambda = "exact_lambda"
        case exactPower = "exact_power"
      }
    }
    struct Many: Decodable {
      var new: [Double]
      var quantile: [Double]
    }
    struct Normal: Decodable {
      var share: Double
      var quantile: Double
    }
    var columns: [String: Column]
    var many: Many
    var normal: [Normal]
  }

  private let cases: Cases

  init() throws { cases = try Oracle.decode(Cases.self, from: "transforms.json") }

  private func feature(
    _ values: [Double], _ scaling: Scaling, _ limits: String? = nil
  ) throws -> NumericFeature {
    let limits = try limits.map { try #require(ValueLimits($0)) } ?? ValueLimits()
    return try NumericFeature.fit(name: "x", values: values, scaling: scaling, limits: limits)
      .feature
  }

  private func expectEqual(
    _ found: [Double], _ wanted: [Double], within tolerance: Double = 1e-9, _ name: String
  ) {
    #expect(found.count == wanted.count)
    for (found, wanted) in zip(found, wanted) {
      #expect(abs(found - wanted) <= tolerance * max(abs(wanted), 1), "\(name): \(found) \(wanted)")
    }
  }

  @Test func everyScalingIsThatOfScikitLearn() throws {
    for (name, column) in cases.columns {
      let quantile = try feature(column.fit, .quantile)
      expectEqual(column.new.map(quantile.scaled), column.quantile, "\(name) quantile")
      let robust = try feature(column.fit, .robust)
      expectEqual(column.new.map(robust.scaled), column.robust, "\(name) robust")
      let limited = try feature(column.fit, .standard, "5%..90%")
      expectEqual(column.new.map(limited.scaled), column.limited, "\(name) limited")
      if let wanted = column.log1p {
        let logarithm = try feature(column.fit, .log1p)
        expectEqual(column.new.map(logarithm.scaled), wanted, "\(name) log1p")
      }
    }
  }

  /// scikit-learn knows the power to about eight digits, so that its numbers agree to seven.
  @Test func powersAreThoseOfTheLargestLikelihood() throws {
    for (name, column) in cases.columns {
      let power = try feature(column.fit, .power)
      guard case .power(let transform)? = power.curve else {
        Issue.record("\(name) has no power")
        continue
      }
      expectEqual([transform.lambda], [column.exactLambda], name)
      expectEqual(column.new.map(power.scaled), column.exactPower, name)
      expectEqual([transform.lambda], [column.lambda], within: 1e-7, name)
      expectEqual(column.new.map(power.scaled), column.power, within: 1e-7, name)
    }
  }

  @Test func ofManyRowsAThousandQuantilesAreKept() throws {
    let values = (0..<1500).map { pow(Double($0 * 7919 % 1500), 2) / 7 }
    let quantile = try feature(values, .quantile)
    guard case .quantiles(let transform)? = quantile.curve else {
      Issue.record("no quantiles")
      return
    }
    #expect(transform.quantiles.count == 1000)
    expectEqual(cases.many.new.map(quantile.scaled), cases.many.quantile, "many")
  }

  @Test func normalQuantilesAreThoseOfScipy() {
    for normal in cases.normal {
      let quantile = NormalDistribution.quantile(normal.share)
      #expect(abs(quantile - normal.quantile) <= 1e-14 * abs(normal.quantile))
    }
  }

  /// Years and large counts: their powers leave no digits, and scikit-learn's no spread.
  @Test(arguments: [Scaling.power, .quantile])
  func columnsFarFromZeroKeepTheirSpread(scaling: Scaling) throws {
    for (first, step) in [(1990, 1.0), (1e9, 1), (-5e6, 10), (1e-7, 1e-9), (1e12, 1e3)] {
      let values = (0..<30).map { first + Double($0 * $0 % 31) * step }
      let feature = try feature(values, scaling)
      let scaled = values.map(feature.scaled)
      let order = values.indices.sorted { values[$0] < values[$1] }
      for (low, high) in zip(order, order.dropFirst()) where values[low] < values[high] {
        #expect(scaled[low] < scaled[high], "\(first)")
      }
      #expect(scaled.allSatisfy { abs($0) < 6 }, "\(first)")
    }
  }

  @Test func aNumberOnTheOtherSideOfZeroStaysInOrder() throws {
    for sign in [1.0, -1] {
      let fit = [1990.0, 1995, 2001, 2003, 2020].map { $0 * sign }
      let power = try feature(fit, .power)
      let scaled = [-1e300, -1e4, -1, -1e-9, 0, 1e-9, 1, 1e4, 1e300].map(power.scaled)
      #expect(!scaled.contains { $0.isNaN })
      #expect(zip(scaled, scaled.dropFirst()).allSatisfy { $0 <= $1 }, "\(scaled)")
    }
  }

  @Test func whatHasNoLogarithmIsRefusedWhereItIsLearnedFrom() throws {
    let fit = Table(source: "t", names: ["x"], columns: [.numeric([3, -1, 2])])
    let options = PreprocessingOptions(scaling: .log1p)
    #expect(throws: DatasetError(.noLogarithm("-1.0"), file: "t", column: "x")) {
      try Pipeline.fit(fit, options: options)
    }
    var cut = options
    cut.columnLimits["x"] = ValueLimits("0..")
    #expect(try Pipeline.fit(fit, options: cut).transform(fit).limitedCellsByColumn == ["x": 1])
    // Elsewhere it is as far down as can be.
    let learned = Table(source: "t", names: ["x"], columns: [.numeric([3, 1, 2])])
    let matrix = try Pipeline.fit(learned, options: options).transform(fit)
    #expect(matrix.values[1] == -10)
    #expect(matrix.clippedCells == 1)
    var open = options
    open.clip = nil
    #expect(throws: DatasetError(.noLogarithm("-1.0"), file: "t", column: "x")) {
      try Pipeline.fit(learned, options: open).transform(fit)
    }
  }
}
