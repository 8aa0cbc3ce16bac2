import Datasets
import Foundation
import NeuralEngine
import Testing

@testable import Formats

@Suite struct SavedModelTests {
  private func model() throws -> SavedModel {
    let table = Table(
      source: "train", names: ["age\n\"years\"", "city", "same"],
      columns: [
        .numeric([1, 2, .nan, 4]),
        .categorical(CategoricalColumn(codes: [0, 1, 0, -1], levels: ["Århus", "b,c"])),
        .numeric([7, 7, 7, 7]),
      ])
    let pipeline = try Pipeline.fit(table)
    let architecture = NetworkArchitecture(
      features: pipeline.inputs.count,
      layers: [.dense(units: 3, activation: .gelu), .dropout(rate: 0.25)], outputs: 2)
    return SavedModel(
      architecture: architecture,
      weights: Network(architecture, maximumBatch: 1, seed: 3).weights, pipeline: pipeline,
      target: TargetEncoder(
        task: .classification, column: "y", columnKind: .categorical, classes: ["no", "ja\u{0}"]))
  }

  private func file(_ model: SavedModel) throws -> SafetensorsFile {
    try withTemporaryFolder { folder in
      try model.write(folder + "/m.safetensors")
      return try SafetensorsFile.read(folder + "/m.safetensors")
    }
  }

  @Test func comesBackAsItWas() throws {
    let model = try model()
    try withTemporaryFolder { folder in
      let path = folder + "/m.safetensors"
      try model.write(path)
      #expect(try SavedModel.read(path) == model)
    }
  }

  @Test func everyKindOfPreprocessingComesBack() throws {
    let texts = CategoricalColumn(
      codes: [0, 1, 0, -1], levels: ["2024-01-02", "2024-03-04T05:06"])
    let names = ["quantile", "power", "log1p", "date", "ordinal", "hash"]
    let table = Table(
      source: "train", names: names,
      columns: [.numeric([1, 2, .nan, 4]), .numeric([-1, 2, 9, 4]), .numeric([0, 3, 3, 1e9])]
        + (0..<3).map { _ in .categorical(texts) })
    var options = PreprocessingOptions(clip: 3)
    options.columnScalings = ["quantile": .quantile, "power": .power, "log1p": .log1p]
    options.columnClips = ["power": nil]
    options.columnLimits = ["log1p": ValueLimits(lower: .value(0), upper: .percentile(99))]
    options.dates = ["date": [.time, .month]]
    options.ordinals = ["ordinal": []]
    options.hashes = ["hash": 2]
    var model = try model()
    model.pipeline = try Pipeline.fit(table, options: options)
    model.architecture.features = model.pipeline.inputs.count
    model.weights = Network(model.architecture, maximumBatch: 1, seed: 3).weights
    let read = try #require(try SavedModel(file(model), from: "m"))
    #expect(read == model)
    #expect(try read.pipeline.transform(table) == model.pipeline.transform(table))
    // What would be no rank, no bucket or no part is damage, and nothing that could trap later.
    for (old, new) in [
      ("\"buckets\":2", "\"buckets\":0"), ("\"buckets\":2", "\"buckets\":900000000"),
      ("\"quantiles\":[1,", "\"quantiles\":[9,"), ("\"month\"", "\"moon\""),
      ("\"quantiles\":[1,2,2,4]", "\"quantiles\":[]"),
    ] {
      var damaged = try file(model)
      let metadata = damaged.metadata["preprocessing"] ?? ""
      damaged.metadata["preprocessing"] = metadata.replacingOccurrences(of: old, with: new)
      #expect(damaged.metadata["preprocessing"] != metadata, "\(old) in \(metadata)")
      #expect(throws: FormatError.self, "\(new)") { try SavedModel(damaged, from: "m") }
    }
  }

  /// Written before columns could be prepared in other ways than all alike.
  @Test func anEarlierModelIsRead() throws {
    let model = try SavedModel.read(fixture("earlier.safetensors"))
    #expect(model.pipeline.options == PreprocessingOptions(scaling: .robust))
    let table = Table(
      source: "new", names: ["fare", "city"],
      columns: [
        .numeric([14.17, .nan, 39.165]),
        .categorical(CategoricalColumn(codes: [0, 1, 0], levels: ["Rome", "Turin"])),
      ])
    let inputs = try model.pipeline.transform(table)
    #expect(inputs.columns == model.architecture.features)
    #expect(inputs.values == [0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0])
  }

  @Test func embeddingsNormsAndTheLossComeBackToo() throws {
    let plain = try model()
    let categories = try #require(plain.pipeline.inputs.firstIndex { $0.column == "city" })
    let architecture = NetworkArchitecture(
      features: plain.architecture.features,
      embeddings: [Embedding(first: categories, categories: 2, dimensions: 2)],
      layers: [.batchNormalization, .noise(deviation: 0.5), .layerNormalization], outputs: 1)
    let model = SavedModel(
      architecture: architecture,
      weights: Network(architecture, maximumBatch: 1, seed: 3).weights, pipeline: plain.pipeline,
      target: plain.target, loss: LossFunction(.binaryCrossentropy, labelSmoothing: 0.25),
      sampleWeight: "a \"w\"")
    try withTemporaryFolder { folder in
      try model.write(folder + "/m.safetensors")
      #expect(try SavedModel.read(folder + "/m.safetensors") == model)
    }
    var wrong = try file(model)
    wrong.metadata["loss"] = try file(plain).metadata["loss"]
    #expect(throws: FormatError.self) { try SavedModel(wrong, from: "m") }
    wrong = try file(model)
    let variance = try #require(wrong.tensors.firstIndex { $0.name.hasSuffix("moving_variance") })
    wrong.tensors[variance].values[0] = -1
    let error = try #require(throws: FormatError.self) { try SavedModel(wrong, from: "m") }
    #expect(error.description.contains("a moving variance is below 0"))
    wrong = try file(model)
    wrong.metadata["architecture"] = wrong.metadata["architecture"]?.replacingOccurrences(
      of: "\"categories\":2", with: "\"categories\":9223372036854775807")
    #expect(throws: FormatError.self) { try SavedModel(wrong, from: "m") }
  }

  @Test func tensorsAloneAreNoModelAndNoError() throws {
    var file = try file(model())
    file.metadata = ["format": "pt"]
    #expect(try SavedModel(file, from: "m") == nil)
    let error = try #require(throws: FormatError.self) {
      try SavedModel.read(fixture("plain.safetensors"))
    }
    #expect(error.description.contains("without architecture"))
  }

  @Test(arguments: ["format_version", "architecture", "preprocessing", "target"])
  func refusesMetadataThatIsMissingOrDamaged(key: String) throws {
    let whole = try file(model())
    for text in [nil, "", "{", "null", "[]", "{}", "99"] as [String?] {
      var file = whole
      file.metadata[key] = text
      #expect(throws: FormatError.self, "\(key) = \(text ?? "nothing")") {
        try SavedModel(file, from: "m")
      }
    }
  }

  @Test func refusesPartsThatDoNotFitOneAnother() throws {
    let whole = try file(model())
    func problem(_ change: (inout SafetensorsFile) -> Void) -> String {
      var file = whole
      change(&file)
      do {
        _ = try SavedModel(file, from: "m.safetensors")
        return "none"
      } catch {
        return error.description
      }
    }
    func replacing(_ key: String, _ old: String, _ new: String) -> String {
      problem { file in
        file.metadata[key] = file.metadata[key]?.replacingOccurrences(of: old, with: new)
      }
    }
    let problems = [
      (problem { _ in }, "none"),
      (problem { $0.tensors.removeLast() }, "dense_1"),
      (problem { $0.tensors[0].values[0] = .nan }, "not finite"),
      (problem { $0.metadata["format_version"] = "2" }, "newer"),
      (replacing("architecture", "\"features\":", "\"features\":1"), "inputs"),
      (replacing("architecture", "\"features\":", "\"features\":-"), "damaged"),
      (replacing("architecture", "{", "{\"steps\":2,"), "series"),
      (replacing("architecture", "dense:3", "dense:4"), "dense_0"),
      (replacing("architecture", "dense:3:gelu", "gru:3"), "rows are no series"),
      (replacing("architecture", "dense:3:gelu", "flatten"), "rows are no series"),
      (replacing("architecture", "dense:3:gelu", "dense:0:gelu"), "damaged"),
      (replacing("target", "\"no\",", ""), "outputs"),
    ]
    for (found, expected) in problems { #expect(found.contains(expected)) }
  }

  @Test func refusesSeriesThatDoNotFitTheNetwork() throws {
    let whole = try file(model())
    let columns = "{\"series\":\"id\",\"step\":\"t\"}"
    let cases: [(steps: String, sequence: String?, expected: String)] = [
      ("", columns, "the network works on rows"),
      ("\"steps\":3,", nil, "the network works on series"),
      ("\"steps\":3,", columns, "needs a row of shape"), ("\"steps\":3,", "{}", "sequence"),
      ("\"steps\":0,", columns, "damaged"),
      ("\"steps\":1000000000000000000,", columns, "series"),
    ]
    for (steps, sequence, expected) in cases {
      var file = whole
      file.metadata["sequence"] = sequence
      file.metadata["architecture"] = file.metadata["architecture"]?
        .replacingOccurrences(of: "{", with: "{\(steps)")
      let error = try #require(throws: FormatError.self) { try SavedModel(file, from: "m") }
      #expect(error.description.contains(expected), "\(error.description)")
    }
  }

  @Test func survivesAnyCorruptionOfTheMetadata() throws {
    let whole = try file(model())
    var random = CounterRandom(seed: 1, purpose: .sample)
    for _ in 0..<1500 {
      var file = whole
      let key = file.metadata.keys.sorted().randomElement(using: &random) ?? ""
      var bytes = Array((file.metadata[key] ?? "").utf8)
      for _ in 0...Int.random(in: 0..<3, using: &random) where !bytes.isEmpty {
        let position = Int.random(in: bytes.indices, using: &random)
        if Bool.random(using: &random) {
          bytes[position] = "0123456789-e.{}[]\",:".utf8.randomElement(using: &random) ?? 0
        } else {
          bytes.remove(at: position)
        }
      }
      file.metadata[key] = String(decoding: bytes, as: UTF8.self)
      do {
        _ = try SavedModel(file, from: "m")
      } catch {
        #expect(!error.description.contains { $0.isNewline })
      }
    }
  }
}
