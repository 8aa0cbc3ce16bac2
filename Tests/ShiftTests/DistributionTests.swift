import Testing

@testable import Shift

@Suite struct DistributionTests {
  @Test func kolmogorovTailsMatchScipy() throws {
    let rows: [[Double]] = try Fixture.read("kolmogorov")
    #expect(rows.count > 2000)
    for row in rows {
      let p = KolmogorovDistribution(count: Int(row[0])).survival(row[1])
      #expect(isClose(p, row[2], relative: 1e-6), "n \(row[0]), distance \(row[1])")
    }
  }

  struct ChiSquareOracle: Decodable {
    var survival: [[Double]]
    var quantile: [[Double]]
  }

  @Test func chiSquareTailsMatchScipy() throws {
    for row in try Fixture.read("chi_square", as: ChiSquareOracle.self).survival {
      let p = ChiSquareDistribution(degreesOfFreedom: Int(row[0])).survival(row[1])
      #expect(isClose(p, row[2], relative: 1e-11), "dof \(row[0]), x \(row[1])")
    }
  }

  @Test func chiSquareQuantilesMatchScipy() throws {
    for row in try Fixture.read("chi_square", as: ChiSquareOracle.self).quantile {
      let x = ChiSquareDistribution(degreesOfFreedom: Int(row[0])).quantile(row[1])
      #expect(isClose(x, row[2], relative: 1e-11), "dof \(row[0]), share \(row[1])")
    }
  }

  @Test func pathsMatchCountingThemWithWholeNumbers() {
    for n in 1...7 {
      for m in 1...7 {
        for gap in 0...n * m {
          let expected = 1 - pathsWithin(n: n, m: m, gap: gap)
          #expect(
            isClose(smirnovTail(n: n, m: m, gap: gap), expected, relative: 1e-13), "\(n) \(m)")
        }
      }
    }
  }

  @Test func pathsAreSymmetricInTheSamples() {
    for gap in [1, 17, 400, 2000, 9000] {
      #expect(
        isClose(
          smirnovTail(n: 90, m: 131, gap: gap), smirnovTail(n: 131, m: 90, gap: gap),
          relative: 1e-12))
    }
  }

  /// The tail of complete separation is two paths among all.
  @Test func completeSeparationIsTwoPathsAmongAll() {
    for (n, m) in [(5, 7), (30, 30), (1, 200), (400, 400)] {
      var paths = 1.0
      for k in 1...min(n, m) { paths *= Double(max(n, m) + k) / Double(k) }
      #expect(isClose(smirnovTail(n: n, m: m, gap: n * m), 2 / paths, relative: 1e-11))
    }
  }

  private func pathsWithin(n: Int, m: Int, gap: Int) -> Double {
    var all = [[Int]](repeating: [Int](repeating: 0, count: m + 1), count: n + 1)
    var inside = all
    for i in 0...n {
      for j in 0...m {
        let isStart = i + j == 0
        all[i][j] = isStart ? 1 : (i > 0 ? all[i - 1][j] : 0) + (j > 0 ? all[i][j - 1] : 0)
        let paths =
          isStart ? 1 : (i > 0 ? inside[i - 1][j] : 0) + (j > 0 ? inside[i][j - 1] : 0)
        inside[i][j] = abs(i * m - j * n) < gap ? paths : 0
      }
    }
    return Double(inside[n][m]) / Double(all[n][m])
  }
}
