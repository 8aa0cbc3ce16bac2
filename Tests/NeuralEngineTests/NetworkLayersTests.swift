import NeuralEngine
import Testing

@Suite struct NetworkLayersTests {
  private func architecture(_ layers: String, steps: Int?) throws -> NetworkArchitecture {
    NetworkArchitecture(
      features: 3, steps: steps, layers: try LayerSpecification.parse(layers), outputs: 2)
  }

  @Test(arguments: ["rnn:4", "bi-gru:4", "flatten", "avgpool", "dense:3,maxpool"])
  func refusesTimeLayersOnRows(_ layers: String) throws {
    let architecture = try architecture(layers, steps: nil)
    let error = #expect(throws: NetworkLayersError.self) { try architecture.checkLayers() }
    #expect(error?.description.contains("\n") == false)
  }

  @Test(arguments: ["", "dense:4", "dropout:0.1", "flatten,gru:3", "lstm:3,dense:2,avgpool"])
  func refusesSeriesThatKeepTimeOrLoseItTooEarly(_ layers: String) throws {
    let architecture = try architecture(layers, steps: 5)
    #expect(throws: NetworkLayersError.self) { try architecture.checkLayers() }
  }

  @Test(arguments: [
    "lstm:3", "dense:3,gru:4,dropout:0.1,bi-rnn:2,flatten",
    "gru:2:reset-before,bi-gru:3:reset-before", "avgpool,dense:3",
  ])
  func acceptsSeriesThatBecomeOneRow(_ layers: String) throws {
    let architecture = try architecture(layers, steps: 5)
    try architecture.checkLayers()
    try architecture.checkSize(batchSize: 8)
    let text = architecture.layers.map(\.description).joined(separator: ",")
    #expect(try LayerSpecification.parse(text) == architecture.layers)
    #expect(Network(architecture, maximumBatch: 2, seed: 0).inputNorms().count == 3)
  }

  @Test func refusesWhatIsOutOfRange() throws {
    let sound = NetworkArchitecture(features: 3, steps: 4, layers: [.flatten], outputs: 2)
    try sound.checkLayers()
    let changes: [(inout NetworkArchitecture) -> Void] = [
      { $0.features = 0 }, { $0.outputs = 0 }, { $0.steps = 0 }, { $0.steps = -1 },
      { $0.layers.append(.dense(units: 0, activation: .relu)) },
      { $0.layers.append(.dropout(rate: 1)) }, { $0.layers.append(.dropout(rate: .nan)) },
      { $0.layers = [.recurrent(.lstm, units: -1, isBidirectional: true)] },
    ]
    for change in changes {
      var architecture = sound
      change(&architecture)
      let error = #expect(throws: NetworkLayersError.self) { try architecture.checkLayers() }
      #expect(error?.description.contains("\n") == false)
    }
  }

  @Test(arguments: [("dense:4", 5), ("gru:4", nil)] as [(String, Int?)])
  func makesNoNetworkThatDoesNotFitItsSamples(_ layers: String, _ steps: Int?) async {
    await #expect(processExitsWith: .failure) { [layers, steps] in
      let layers = (try? LayerSpecification.parse(layers)) ?? []
      _ = Network(
        NetworkArchitecture(features: 3, steps: steps, layers: layers, outputs: 2),
        maximumBatch: 1, seed: 0)
    }
  }

  @Test(
    arguments: [
      ("dense:7,gru:4", nil, "[steps, 7]", "[7]"), ("flatten,lstm:3", 5, "[steps, 15]", "[15]"),
      ("dense:8", 5, "[5, 8]", "[8]"),
    ] as [(String, Int?, String, String)])
  func showsBothShapes(_ layers: String, _ steps: Int?, _ needed: String, _ found: String) throws {
    let architecture = try architecture(layers, steps: steps)
    let error = #expect(throws: NetworkLayersError.self) { try architecture.checkLayers() }
    #expect(error?.description.contains(needed) == true)
    #expect(error?.description.contains(found) == true)
  }

  @Test func showsBothShapesOfWeights() throws {
    let network = Network(try architecture("dense:4", steps: nil), maximumBatch: 1, seed: 0)
    let other = Network(try architecture("dense:5", steps: nil), maximumBatch: 1, seed: 0)
    let deep = Network(try architecture("dense:4,dense:2", steps: nil), maximumBatch: 1, seed: 0)
    for (weights, words) in [
      (other.weights, ["[3, 5]", "[3, 4]"]),
      (Array(network.weights.dropLast()), ["[2]", "[4, 2]"]),
      (deep.weights, ["dense_2/bias", "[2]", "dense_1/kernel [4, 2]"]),
    ] {
      let error = #expect(throws: WeightMismatch.self) { try network.load(weights) }
      for word in words { #expect(error?.description.contains(word) == true, "\(word)") }
      #expect(error?.description.contains("\n") == false)
    }
  }

  @Test func namesTensorsAsDocumented() throws {
    let names = try architecture("gru:2,bi-lstm:5", steps: 5).parameterNamesAndShapes
    #expect(
      names.map(\.0).prefix(4) == [
        "gru_0/kernel", "gru_0/recurrent_kernel", "gru_0/bias", "bi-lstm_0/forward/kernel",
      ])
    #expect(names.map(\.1).prefix(4) == [[3, 6], [2, 6], [2, 6], [2, 20]])
    let both = try architecture("gru:2,gru:2:reset-before", steps: 5).parameterNamesAndShapes
    #expect(both[3].0 == "gru_1/kernel" && both[5].0 == "gru_1/bias" && both[5].1 == [6])
  }

  @Test func recurrentKernelsAreOrthogonal() throws {
    let network = Network(try architecture("lstm:5", steps: 2), maximumBatch: 1, seed: 3)
    let kernel = network.weights[1].values
    for row in 0..<5 {
      for other in 0..<5 {
        let product = (0..<20).reduce(Float(0)) {
          $0 + kernel[row * 20 + $1] * kernel[other * 20 + $1]
        }
        #expect(abs(product - (row == other ? 1 : 0)) < 1e-5)
      }
    }
    #expect(network.weights[2].values.map { $0 == 1 ? 1 : 0 }.reduce(0, +) == 5)
  }
}
