import Diagnosis
import Foundation
import Runs
import Testing

/// An experiment in files of its own, to plant mistakes in.
struct Experiment {
  var source: Sheet?
  var train = Sheet.customers(240, seed: 1)
  var test: Sheet? = Sheet.customers(180, seed: 2, aged: 3)

  /// What is asked for besides the files.
  var configure: (inout RunConfiguration) -> Void = { _ in }
  var layersAsWritten: String?
  var refusedOptions: [RefusedOption] = []

  /// What is found, with paths as names of splits.
  func findings() throws -> [Finding] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("diagnosis-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ sheet: Sheet?, _ name: String) throws -> String? {
      guard let sheet else { return nil }
      let file = folder.appendingPathComponent(name)
      try Data(sheet.csv.utf8).write(to: file)
      return file.path
    }
    var configuration = RunConfiguration(
      data: DataConfiguration(
        source: try write(source, "source"), train: try write(train, "train") ?? "",
        test: try write(test, "test"), target: "bought"))
    configure(&configuration)
    return Examination(
      of: configuration, layersAsWritten: layersAsWritten, refusedOptions: refusedOptions
    ).findings.map { finding in
      var finding = finding
      finding.file = finding.file.map { ($0 as NSString).lastPathComponent }
      finding.message = finding.message.replacing(folder.path + "/", with: "")
      return finding
    }
  }

  /// What is found in short: check, file and column.
  func found() throws -> [String] {
    try findings().map { [$0.check, $0.file, $0.column].compactMap(\.self).joined(separator: " ") }
  }
}

/// A mistake, or what is nearly one, and what has to be found.
struct Planting: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var found: [String]
  var plant: @Sendable (inout Experiment) -> Void

  init(
    _ description: String, _ found: String..., plant: @escaping @Sendable (inout Experiment) -> Void
  ) {
    testDescription = description
    self.found = found
    self.plant = plant
  }
}
