import Foundation
import Testing

@testable import ridgeline

/// What `bench` takes and writes; how fast anything is, no test asks.
@Suite struct BenchCommandTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test func writesOneObjectWithItsKeysInOrder() throws {
    let result = try program.run(
      "bench", "a", "--rounds", "1", "--epochs", "1", "--rows", "64", "--json")
    #expect(result.code == 0)
    #expect(result.errors.isEmpty)
    #expect(result.lines.count == 1)
    let report = try WrittenObject(try #require(result.lines.first))
    #expect(report.keys == ["kernels", "processors", "product", "cases"])
    #expect(report.isNull("product"))
    let cases = try #require(report.members["cases"] as? [[String: Any]])
    #expect(cases.count == 1)
    let first = try #require(cases.first)
    #expect(
      Set(first.keys) == ["case", "network", "batch", "rows", "rate", "product_share"])
    #expect(first["case"] as? String == "a")
    #expect(first["network"] as? String == "30-64-32-10")
    #expect(first["rows"] as? Int == 64)
    let rate = try #require(first["rate"] as? [String: Double])
    #expect(Set(rate.keys) == ["median", "low", "high"])
    #expect(try #require(rate["low"]) > 0)
  }

  @Test func printsATableForPeople() throws {
    let result = try program.run("bench", "a", "--rounds", "1", "--epochs", "1", "--rows", "64")
    #expect(result.code == 0)
    #expect(result.errors.isEmpty)
    #expect(try #require(result.lines.first).hasPrefix("case  network"))
    #expect(result.lines.contains { $0.hasPrefix("a     30-64-32-10") })
    #expect(!result.output.contains("GFLOP"))
  }

  @Test(arguments: [
    ["x"], ["a", "ab"], ["--rounds", "0"], ["--epochs", "many"],
    ["a", "--rows", "31"],
  ])
  func whatItDoesNotKnowIsWrongUsage(arguments: [String]) throws {
    let result = try program.run(["bench"] + arguments)
    #expect(result.code == 64)
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test func theReportTellsTheShareOfTheProduct() throws {
    let cases = BenchCase.all.filter { ["a", "c"].contains($0.name) }
    let report = BenchReport(
      kernels: "avx2", processors: 2, product: Spread([9e10, 1.1e11, 1e11]),
      rows: [
        BenchReport.Row(bench: cases[0], rate: Spread([1_400_000, 1_500_000]), share: nil),
        BenchReport.Row(bench: cases[1], rate: Spread([20_000]), share: Spread([0.8])),
      ])
    #expect(
      report.text == """
        case  network             batch   a second        low       high  of product
        a     30-64-32-10            32  1 450 000  1 400 000  1 500 000           -
        c     784-512-512-256-10    128     20 000     20 000     20 000         80%

        Rows, or series, a second. Kernels avx2, 2 processors.
        A product of 2 048 rows and columns: 100 GFLOP/s (90 to 110).

        """)
    #expect(
      report.json.text.hasPrefix(
        #"{"kernels":"avx2","processors":2,"product":{"median":100000000000.0,"#))
    #expect(report.json.text.hasSuffix(#""product_share":{"median":0.8,"low":0.8,"high":0.8}}]}"#))
  }

  @Test func operationsAreCountedForwardAndBack() throws {
    let softmax = try #require(BenchCase.all.first { $0.name == "f" })
    // The first layer has no gradient of its inputs: two products of 100 by 10.
    #expect(softmax.operationsPerRow == 4_000.0)
    let small = try #require(BenchCase.all.first { $0.name == "a" })
    // 2 * (2 * 30 * 64 + 3 * 64 * 32 + 3 * 32 * 10)
    #expect(small.operationsPerRow == 21_888.0)
    #expect(try #require(BenchCase.all.first { $0.name == "e-gru" }).operationsPerRow == nil)
  }
}
