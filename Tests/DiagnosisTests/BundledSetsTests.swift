import CustomDump
import Datasets
import Diagnosis
import Foundation
import Runs
import Testing

/// The bundled sets, with the options of docs/measure-sample-data.py: what is found is what
/// docs/doctor.md says.
@Suite struct BundledSetsTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "sample-data")

  private func findings(
    _ set: String, _ files: [String], target: String,
    configure: (inout RunConfiguration) -> Void = { _ in }
  ) -> [String] {
    let paths = files.map { Self.folder.appending(path: "\(set)/\($0).csv").path() }
    var configuration = RunConfiguration(
      data: DataConfiguration(source: paths[0], train: paths[1], test: paths[2], target: target))
    configuration.layers = "dense:32:relu"
    configuration.epochs = 30
    configure(&configuration)
    return Examination(of: configuration).findings.map { finding in
      let file = finding.file.map { URL(filePath: $0).deletingPathExtension().lastPathComponent }
      return [finding.severity.rawValue, finding.check, file, finding.column].compactMap(\.self)
        .joined(separator: " ")
    }
  }

  @Test(arguments: [["train", "test"], ["train_2007", "test_2008_2009"]])
  func penguins(files: [String]) {
    expectNoDifference(findings("penguins", ["source"] + files, target: "sex"), [])
  }

  @Test func storms() {
    expectNoDifference(findings("storms", ["source", "train", "test"], target: "wind_kt"), [])
  }

  @Test func weather() {
    expectNoDifference(
      findings("nyc_weather", ["source", "train", "test"], target: "next_12h") {
        $0.data.sequence = SequenceColumns(series: "series", step: "step")
        $0.layers = "gru:32"
      }, [])
  }

  @Test func flightsThatAgreeInEveryColumn() {
    expectNoDifference(
      findings("nyc_flights", ["source", "train", "test"], target: "late"),
      ["note duplicate-rows source", "note duplicate-rows train", "note duplicate-rows test"])
  }

  @Test func pixelsThatAreAlwaysWhite() {
    expectNoDifference(
      findings("digits", ["source", "train", "test"], target: "digit") {
        $0.data.preprocessing.scaling = .shared
      },
      ["p00", "p40", "p47"].map { "note constant-column source \($0)" })
  }

  @Test func theDemo() {
    expectNoDifference(
      findings("digits", ["source_clean", "train_clean", "test"], target: "digit") {
        $0.layers = "dense:64:relu,dense:32:relu"
        $0.batchSize = 8
      },
      ["p00", "p37", "p40", "p47", "p50"].map { "note constant-column source_clean \($0)" })
  }
}
