import NeuralEngine
import Testing

@Suite struct LayerSpecificationTests {
  @Test func readsAListAndWritesItBack() throws {
    let layers = try LayerSpecification.parse("dense:64:relu, dropout:0.2,dense:32:gelu")
    #expect(
      layers == [
        .dense(units: 64, activation: .relu), .dropout(rate: 0.2),
        .dense(units: 32, activation: .gelu),
      ])
    let text = layers.map(\.description).joined(separator: ",")
    #expect(try LayerSpecification.parse(text) == layers)
  }

  @Test func anEmptyListIsNoHiddenLayer() throws {
    #expect(try LayerSpecification.parse(" ") == [])
  }

  @Test(arguments: [
    "dense", "dense:", "dense:0", "dense:-3:relu", "dense:64:cube", "dense:64:relu:x", "dense:1e9",
    "dense:99999999999999999999", "dropout", "dropout:1", "dropout:-0.1", "dropout:nan", "lamp:3",
    "rnn:4:reset-before",
    "gru:4:reset-after", "gru:reset-before", "gru:4:", "bi-gru:4:reset-before:x",
    "gru:0:reset-before",
    "dense:8:relu,", ",", ":", "dense:8:relu,,dropout:0.1", "\u{0}",
  ])
  func refusesWithOneLine(_ text: String) {
    let error = #expect(throws: LayerSyntaxError.self) { try LayerSpecification.parse(text) }
    #expect(error?.description.contains("\n") == false)
  }
}
