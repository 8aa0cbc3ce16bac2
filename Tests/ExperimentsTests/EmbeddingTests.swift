import Datasets
import NeuralEngine
import Runs
import Testing

@testable import Experiments

@Suite struct EmbeddingTests {
  private func inputs(_ categories: Int) -> [InputDescription] {
    [InputDescription(column: "n", part: .value)]
      + (0..<categories).map { InputDescription(column: "c", part: .category("\($0)")) }
      + [
        InputDescription(column: "c", part: .unseen),
        InputDescription(column: "c", part: .missingIndicator),
        InputDescription(column: "d", part: .category("x")),
        InputDescription(column: "d", part: .unseen),
      ]
  }

  @Test func takesColumnsByNameOrByTheirCategories() throws {
    var settings = EmbeddingSettings()
    #expect(try settings.embeddings(of: inputs(20)).isEmpty)
    settings.isAutomatic = true
    // 1.6 * 21^0.56 is 8.8.
    #expect(
      try settings.embeddings(of: inputs(20))
        == [Embedding(first: 1, categories: 21, dimensions: 9)])
    #expect(try settings.embeddings(of: inputs(9)).isEmpty)
    settings.columns = ["d": 3, "c": 2]
    #expect(
      try settings.embeddings(of: inputs(9)) == [
        Embedding(first: 1, categories: 10, dimensions: 2),
        Embedding(first: 12, categories: 2, dimensions: 3),
      ])
    for name in ["n", "nowhere"] {
      settings.columns = [name: 2]
      let error = #expect(throws: SessionFailure.self) {
        try settings.embeddings(of: inputs(9))
      }
      #expect(error?.description.contains("'\(name)'") == true)
    }
  }

  @Test func aModelWithEmbeddingsIsTrainedObservedAndUsed() throws {
    var configuration = penguins(epochs: 20)
    configuration.embedding.columns = ["species": 2]
    let watched = Watched(configuration, observes: true)
    let result = try #require(watched.runToEnd())
    let model = try #require(watched.session.trainedModel())
    #expect(model.weights.first?.name == "embedding_0/embeddings")
    #expect(model.weights.first?.shape.last == 2)
    let test = try #require(configuration.data.test)
    #expect(abs(try model.evaluate(test).loss - (result.test?.loss ?? 9)) < 1e-9)
    let features = try #require(watched.data?.features)
    let place = try #require(features.firstIndex(of: "species"))
    #expect(watched.models.last.map { $0.use[place] > 0 } != false)
  }
}
