import CustomDump
import Shift
import Testing

@testable import ridgeline

@Suite struct DriftReportJSONTests {
  @Test func everyNumberIsDefinedByExplain() {
    var report = DriftReport(
      rows: Paired(reference: 1, current: 1),
      features: [
        FeatureDrift(name: "x", kind: .numeric), FeatureDrift(name: "y", kind: .categorical),
      ])
    report.multivariate = MultivariateDrift(classifier: nil, discrepancy: nil)
    report.prediction = PredictionDrift(
      rows: Paired(reference: 1, current: 1),
      predicted: FeatureDrift(name: "prediction", kind: .numeric), probabilities: [])
    report.use = ["x": 1]
    let keys = Self.keys(of: report.json).union(Self.features(of: report.json).flatMap(Self.keys))
      .subtracting(["features", "name", "kind"])
    expectNoDifference(Set(DriftDefinition.all.map(\.name)), keys)
  }

  private static func keys(of value: JSONValue) -> Set<String> {
    guard case .object(let members) = value else { return [] }
    return Set(members.map(\.key))
  }

  private static func features(of value: JSONValue) -> [JSONValue] {
    guard case .object(let members) = value else { return [] }
    return members.flatMap { member -> [JSONValue] in
      guard member.key == "features", case .array(let features) = member.value else { return [] }
      return features
    }
  }
}
