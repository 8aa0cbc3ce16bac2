import CustomDump
import Datasets
import Foundation
import NeuralEngine
import Runs
import Testing

@testable import Experiments

/// Choices of preprocessing from the files to the scores of a saved model.
@Suite struct PreprocessingTests {
  /// The target is whether it is afternoon, in a column that hardly repeats.
  private static func rows(_ count: Int, from first: Int) -> String {
    var text = "when,fare,size,city,y\n"
    for row in first..<(first + count) {
      let hour = row * 7 % 24
      let day = String(
        format: "2024-%02d-%02dT%02d:%02d", row % 12 + 1, row % 28 + 1, hour, row % 60)
      let fare = row % 9 == 4 ? "" : "\(Double(row * row % 101) / 4)"
      text +=
        "\(day),\(fare),\(["S", "M", "L"][row % 3]),city \(row % 50),\(hour < 12 ? "am" : "pm")\n"
    }
    return text
  }

  private func configuration(
    _ paths: [String: String], _ change: (inout PreprocessingOptions) -> Void
  ) throws -> RunConfiguration {
    var configuration = RunConfiguration(
      data: DataConfiguration(
        train: try #require(paths["train"]), test: paths["test"], target: "y"))
    configuration.epochs = 30
    configuration.baseEpochs = 1
    change(&configuration.data.preprocessing)
    return configuration
  }

  private func choose(_ options: inout PreprocessingOptions) {
    options.columnScalings = ["fare": .power, "size": .minmax]
    options.columnLimits = ["fare": ValueLimits(lower: .value(0), upper: .percentile(95))]
    options.dates = ["when": [.weekday, .hour]]
    options.ordinals = ["size": ["S", "M", "L"]]
    options.hashes = ["city": 16]
  }

  @Test func aModelPredictsFromRawFilesWhatItWasPreparedFor() throws {
    let files = ["train": Self.rows(240, from: 0), "test": Self.rows(100, from: 1000)]
    try withFiles(files) { paths in
      let watched = Watched(try configuration(paths, choose))
      let result = try #require(watched.runToEnd())
      #expect(result.test?.accuracy ?? 0 > 0.9)
      let data = try #require(watched.data)
      // weekday and hour as sines and cosines, fare with its gaps, size, sixteen buckets.
      #expect(data.inputs == 4 + 2 + 1 + 16)
      #expect(data.warnings.contains { $0.contains("of 50 categories of \"city\" share") })
      #expect(!data.warnings.contains { $0.contains("are dates") })
      let model = try #require(watched.session.trainedModel())
      let evaluation = try model.evaluate(try #require(paths["test"]))
      #expect(abs(evaluation.loss - (result.test?.loss ?? .nan)) < 1e-6)
      // Statistics are of the columns as they are in the file.
      let prepared = try DataPreparation.prepare(watchedConfiguration(paths), seed: 0)
      #expect(prepared.tables[.test]?["fare"]?.missingCount == 11)
      #expect(prepared.tables[.test]?.names == ["when", "fare", "size", "city"])
      let use = ColumnUse(
        features: data.features, inputs: prepared.pipeline.inputs,
        train: try #require(prepared.splits[.train]).matrix)
      let norms = prepared.pipeline.inputs.map { $0.column == "when" ? 1.0 : 0 }
      #expect(use.relative(inputNorms: norms) == [1, 0, 0, 0])
    }
  }

  private func watchedConfiguration(_ paths: [String: String]) throws -> DataConfiguration {
    try configuration(paths, choose).data
  }

  @Test func nothingIsFittedOnTest() throws {
    let train = Self.rows(60, from: 0)
    func pipeline(_ test: String) throws -> Pipeline {
      try withFiles(["train": train, "test": test]) { paths in
        try DataPreparation.prepare(watchedConfiguration(paths), seed: 0).pipeline
      }
    }
    expectNoDifference(try pipeline(Self.rows(9, from: 0)), try pipeline(Self.rows(80, from: 500)))
  }

  @Test func anUntouchedDateIsPointedOut() throws {
    try withFiles(["train": Self.rows(60, from: 0)]) { paths in
      let data = try DataPreparation.prepare(configuration(paths) { _ in }.data, seed: 0)
      #expect(
        data.summary.warnings.contains {
          $0.hasSuffix(
            "column 'when': the categories are dates; --dates when makes numbers of them")
        })
    }
  }

  @Test func badCellsAndContradictionsAreOneLine() throws {
    func failure(
      _ files: [String: String], _ change: (inout DataConfiguration) -> Void
    ) throws -> String {
      try withFiles(files) { paths in
        var data = try configuration(paths) { _ in }.data
        change(&data)
        let error = try #require(throws: (any Error).self) {
          try DataPreparation.prepare(data, seed: 0)
        }
        let folder = (data.train as NSString).deletingLastPathComponent + "/"
        return "\(error)".replacing(folder, with: "")
      }
    }
    let train = Self.rows(60, from: 0)
    let test = "when,fare,size,city,y\n2024-01-01,1,S,a,am\n1/2/2024,1,S,a,am\n"
    let both = ["train": train, "test": test]
    #expect(
      try failure(both) { $0.preprocessing.dates = ["when": []] }
        .hasPrefix("test, line 3, column \"when\": \"1/2/2024\" is no date"))
    #expect(
      try failure(both) { $0.preprocessing.ordinals = ["size": ["S", "M"]] }
        .hasPrefix("train, line 4, column \"size\": \"L\" has no place"))
    #expect(
      try failure(both) { $0.preprocessing.hashes = ["citi": 8] }
        == "train, column \"citi\": no such column, named by --hash; did you mean \"city\"?")
    #expect(
      try failure(both) { $0.preprocessing.dates = ["y": []] }
        == "column \"y\": both --target and --dates name it; keep one of the two")
    #expect(
      try failure(both) {
        $0.preprocessing.hashes = ["city": 8]
        $0.preprocessing.columnScalings = ["city": .power]
      } == "column \"city\": both --hash and --scale name it; keep one of the two")
    #expect(
      try failure(["train": train, "test": "fare,size,city,y\n1,S,a,am\n"]) {
        $0.preprocessing.dates = ["when": []]
      } == "test, column \"when\": the column is missing here, and train has it; add it to the file"
    )
  }

  @Test func aBaseBringsItsOwnChoices() throws {
    try withFiles(["train": Self.rows(60, from: 0), "test": Self.rows(20, from: 90)]) { paths in
      let first = Watched(try configuration(paths, choose))
      first.runToEnd()
      let model = try #require(first.session.trainedModel())
      func second(_ change: (inout PreprocessingOptions) -> Void) throws -> Watched {
        var configuration = try configuration(paths, change)
        configuration.base = "model.safetensors"
        let watched = Watched(
          configuration,
          weights: SuppliedWeights(
            base: model.weights,
            preprocessing: FittedPreprocessing(pipeline: model.pipeline, target: model.target)))
        watched.runToEnd()
        return watched
      }
      // Read as the base needs them, also where nothing is said.
      let silent = try second { _ in }
      #expect(silent.data?.inputs == model.architecture.features)
      let same = try second(choose)
      #expect(same.failure == nil)
      let other = try #require(try second { $0.hashes = ["city": 8] }.failure)
      #expect(
        other == "--hash has no effect, as preprocessing is that of the base model: leave it out")
      // Of choices that the base has made but for one, that one.
      let one = try #require(
        try second {
          choose(&$0)
          $0.scaling = .minmax
        }.failure)
      #expect(one.hasPrefix("--scale has no effect"))
      let scaled = try #require(try second { $0.scaling = .minmax }.failure)
      #expect(scaled.hasPrefix("--scale has no effect, as preprocessing is that of the base"))
    }
  }

  @Test func anEmbeddingTakesBuckets() throws {
    try withFiles(["train": Self.rows(60, from: 0)]) { paths in
      var configuration = try configuration(paths) { $0.hashes = ["city": 16] }
      configuration.embedding.columns = ["city": 3]
      configuration.epochs = 1
      let watched = Watched(configuration)
      watched.runToEnd()
      #expect(watched.failure == nil)
      let table = try #require(watched.weights.first { $0.name == "embedding_0/embeddings" })
      #expect(table.shape == [16, 3])
    }
  }
}
