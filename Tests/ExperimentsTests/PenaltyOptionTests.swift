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

  @Test func refusesToFreezeAll() {
    var configuration = penguins(epochs: 1)
    configuration.frozen = ["dense_0", "dense_1", "dense_2"]
    let watched = Watched(configuration)
    watched.runToEnd()
    #expect(watched.failure?.contains("--freeze") == true)
  }
}
