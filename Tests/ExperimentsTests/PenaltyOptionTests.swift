import Datasets
import NeuralEngine
import Runs
import Testing

@testable import Experiments

@Suite struct PenaltyOptionTests {
  @Test func groupsDropWholeColumns() throws {
    var configuration = penguins(epochs: 60)
    configuration.penalty.groups = .inputs
    configuration.penalty.l1 = Strength(0.02)
    let watched = Watched(configuration, observes: true)
    let result = try #require(watched.runToEnd())
    #expect(result.train.accuracy ?? 0 > 0.7)
    // Columns of categories have several inputs: all of them go, or none.
    let model = try #require(watched.session.trainedModel())
    let kernel = try #require(model.weights.first { $0.name == "dense_0/kernel" })
    let units = kernel.shape[1]
    var rows: [String: [Bool]] = [:]
    for (row, input) in model.pipeline.inputs.enumerated() {
      rows[input.column, default: []].append(
        kernel.values[row * units..<(row + 1) * units].allSatisfy { $0 == 0 })
    }
    #expect(rows.values.allSatisfy { Set($0).count == 1 })
    #expect(rows.values.contains { $0[0] } && rows.values.contains { !$0[0] })
  }

  @Test func aFrozenLayerKeepsTheBase() throws {
    var configuration = penguins(epochs: 3)
    let base = Watched(penguins(epochs: 0))
    base.runToEnd()
    configuration.frozen = ["dense_0", "dense_1"]
    configuration.penalty.l1 = Strength(0.01)
    let watched = Watched(configuration)
    watched.runToEnd()
    #expect(watched.weights.prefix(4) == base.weights.prefix(4))
    #expect(watched.weights[4] != base.weights[4])
  }

  @Test(arguments: ["dense_7", "dropout_0"])
  func refusesLayersThatThereAreNot(_ name: String) {
    for change in [
      { $0.frozen = [name] }, { $0.penalty.layerL1 = [name: 1] },
      { $0.penalty.layerL2 = [name: 1] },
    ] as [(inout RunConfiguration) -> Void] {
      var configuration = penguins(epochs: 1)
      change(&configuration)
      let watched = Watched(configuration)
      watched.runToEnd()
      #expect(watched.failure?.contains(name) == true)
      #expect(watched.failure?.contains("dense_0, dense_1, dense_2") == true)
    }
  }

  /// What cannot act is not taken in silence.
  @Test func refusesStrengthsWithoutEffect() {
    let cases: [(words: [String], change: (inout RunConfiguration) -> Void)] = [
      (["--l1", "batchnorm_0", "dense_0"], { $0.penalty.layerL1 = ["batchnorm_0": 1] }),
      (["--l2", "layernorm_0", "dense_0"], { $0.penalty.layerL2 = ["layernorm_0": 1] }),
      (
        ["--l2", "dense_0", "frozen"],
        {
          $0.penalty.layerL2 = ["dense_0": 1]
          $0.frozen = ["dense_0"]
        }
      ),
      (
        ["--group-lasso inputs", "dense_0", "--freeze"],
        {
          $0.penalty.groups = .inputs
          $0.frozen = ["dense_0"]
        }
      ),
      (
        ["--group-lasso units", "no hidden layer"],
        {
          $0.layers = "batchnorm,layernorm"
          $0.penalty.groups = .units
        }
      ),
    ]
    for (words, change) in cases {
      var configuration = penguins(epochs: 1)
      configuration.layers = "batchnorm,dense:4:relu,layernorm"
      configuration.penalty.l1 = Strength(0.01)
      change(&configuration)
      let watched = Watched(configuration)
      watched.runToEnd()
      for word in words { #expect(watched.failure?.contains(word) == true, "\(words)") }
      #expect(watched.failure?.contains("\n") == false)
    }
  }

  @Test func takesStrengthsThatAct() {
    var configuration = penguins(epochs: 1, baseEpochs: 1)
    configuration.embedding.isAutomatic = true
    configuration.layers = "batchnorm,dense:4:relu,dense:3:relu"
    configuration.frozen = ["batchnorm_0", "dense_1"]
    configuration.penalty.groups = .units
    configuration.penalty.layerL1 = ["dense_0": 0.1, "dense_2": 0.1]
    let watched = Watched(configuration)
    #expect(watched.runToEnd() != nil, "\(watched.failure ?? "")")
  }

  @Test(arguments: [
    ("batchnorm,dense:4:relu", 1, "every batch"), ("batchnorm", 9, "the last batch"),
    ("batchnorm", 10, nil), ("layernorm", 1, nil),
  ])
  func warnsOfBatchesOfOneRow(layers: String, batchSize: Int, words: String?) throws {
    var configuration = penguins(epochs: 1)
    configuration.batchSize = batchSize
    func warnings(series: Int? = nil, _ layers: String) throws -> [String] {
      configuration.batchWarnings(
        of: try LayerSpecification.parse(layers), series: series, rows: 100)
    }
    let found = try warnings(layers)
    #expect(found.count == (words == nil ? 0 : 1))
    if let words { #expect(found.first?.hasPrefix("batchnorm_0: \(words)") == true) }
    // A series has rows enough, a step each, up to where it ends.
    #expect(try warnings(series: 5, layers + ",gru:3").isEmpty)
    #expect(try warnings(series: 5, "gru:3," + layers).count == found.count)
    configuration.frozen = ["batchnorm_0"]
    #expect(try warnings(layers).isEmpty)
  }

  @Test func theWarningComesWithTheData() {
    var configuration = penguins(epochs: 1, baseEpochs: 0)
    configuration.layers = "batchnorm"
    configuration.batchSize = 1
    let watched = Watched(configuration)
    watched.runToEnd()
    #expect(watched.data?.warnings.contains { $0.contains("batchnorm_0") } == true)
  }

  @Test func refusesToFreezeAll() {
    var configuration = penguins(epochs: 1)
    configuration.frozen = ["dense_0", "dense_1", "dense_2"]
    let watched = Watched(configuration)
    watched.runToEnd()
    #expect(watched.failure?.contains("--freeze") == true)
  }
}
