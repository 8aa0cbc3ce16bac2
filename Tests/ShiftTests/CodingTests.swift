import CustomDump
import Foundation
import Shift
import Testing

@Suite struct CodingTests {
  private let numeric = FeatureDrift(
    name: "age", kind: .numeric,
    ks: KolmogorovSmirnov(statistic: 0.25, p: 0.001, isAsymptotic: true), wasserstein: 1.5,
    psi: 0.1, js: 0.2, missing: Paired(reference: 0, current: 0.5), pAdjusted: 0.002,
    drifted: true)
  private let categorical = FeatureDrift(
    name: "sex", kind: .categorical, psi: 0.1, psiThreshold: 0.05, js: 0.2,
    chiSquare: ChiSquareTest(statistic: 3.5, degreesOfFreedom: 2, p: 0.17), cramersV: 0.12)

  @Test func reportsReadBackAsTheyWereWritten() throws {
    let report = DriftReport(
      rows: Paired(reference: 10, current: 20), features: [numeric, categorical], label: numeric)
    let data = try JSONEncoder().encode(report)
    expectNoDifference(try JSONDecoder().decode(DriftReport.self, from: data), report)
  }

  @Test func keysAreThoseOfTheCommand() throws {
    let report = DriftReport(
      rows: Paired(reference: 10, current: 20), features: [numeric, categorical])
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(report), as: UTF8.self)
    expectNoDifference(
      text,
      #"{"features":[{"drifted":true,"js":0.2,"kind":"numeric","#
        + #""ks":{"asymptotic":true,"p":0.001,"statistic":0.25},"#
        + #""missing":{"current":0.5,"reference":0},"name":"age","p_adjusted":0.002,"psi":0.1,"#
        + #""psi_threshold":null,"wasserstein":1.5,"wasserstein_normed":null},"#
        + #"{"chi2":{"dof":2,"p":0.17,"statistic":3.5},"cramers_v":0.12,"drifted":false,"js":0.2,"#
        + #""kind":"categorical","missing":{"current":0,"reference":0},"name":"sex","#
        + #""p_adjusted":null,"psi":0.1,"psi_threshold":0.05}],"#
        + #""rows":{"current":20,"reference":10},"share_drifted":1}"#)
  }

  @Test func histogramsReadBackAsTheyWereWritten() throws {
    let histogram = PairedHistogram(
      grid: HistogramGrid(lowerBound: -1, binWidth: 0.5, binCount: 3), reference: [1, 2, 3],
      current: [0, 0, 9], above: Paired(reference: 0, current: 4))
    let data = try JSONEncoder().encode(histogram)
    expectNoDifference(try JSONDecoder().decode(PairedHistogram.self, from: data), histogram)
    expectNoDifference(histogram.edges, [-1, -0.5, 0, 0.5])
    expectNoDifference(histogram.currentShares, [0, 0, 1])
  }
}
