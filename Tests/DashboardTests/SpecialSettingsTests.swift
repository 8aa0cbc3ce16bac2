import Datasets
import Runs
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct SpecialSettingsTests {
  @Test func nothingIsSaidOfDefaults() {
    #expect(SpecialSettings(configuration: Scene.configuration(), presentRate: 1e-3).rows.isEmpty)
  }

  @Test func everyOptionThatIsSetIsTold() {
    let configuration = Scene.configuration {
      $0.loss.name = .focal
      $0.loss.labelSmoothing = 0.1
      $0.classWeights = .given(["yes": 3, "no": 1])
      $0.data.sampleWeight = "w"
      $0.embedding.columns = ["port": 4]
      $0.frozen = ["dense_0"]
      $0.penalty.layerL1 = ["dense_1": 0.1]
      $0.penalty.groups = .inputs
      $0.penalty.maximumNorm = 2
      $0.penalty.penalisesBiases = true
      $0.optimizer.schedule.name = .cosine
      $0.optimizer.schedule.warmUpEpochs = 5
      $0.optimizer.clipNorm = 1
      $0.optimizer.averageMomentum = 0.99
    }
    let rows = SpecialSettings(configuration: configuration, presentRate: 4.2e-4).rows
      .map { "\($0.name): \($0.value)" }
    #expect(
      rows == [
        "loss: focal, smoothing .10", "class weights: no 1, yes 3", "row weights: w",
        "embedding: port 4", "frozen: dense_0",
        "its penalty: left out", "L1 of layers: dense_1 0.1",
        "L1 groups: inputs", "largest norm: 2", "biases: penalised",
        "schedule: cosine, warm-up 5", "rate now: 4.2e-4", "clip norm: 1", "mean weights: 0.99",
      ])
  }

  @Test func everyChoiceOfPreprocessingIsTold() {
    let configuration = Scene.configuration {
      $0.data.preprocessing.columnScalings = ["fare": .power, "age": .log1p]
      $0.data.preprocessing.limits = ValueLimits(lower: .percentile(1))
      $0.data.preprocessing.columnLimits = ["fare": ValueLimits(upper: .value(99.5))]
      $0.data.preprocessing.columnClips = ["age": nil, "fare": 3]
      $0.data.preprocessing.dates = ["day": [], "hour": [.weekday, .hour]]
      $0.data.preprocessing.ordinals = ["size": ["S", "M"]]
      $0.data.preprocessing.hashes = ["city": 64]
    }
    let rows = SpecialSettings(configuration: configuration, presentRate: nil).rows
      .map { "\($0.name): \($0.value)" }
    #expect(
      rows == [
        "column scales: age log1p, fare power", "limits: 1%..", "column limits: fare ..99.5",
        "column cuts: age none, fare 3", "dates: day, hour weekday+hour", "ordinal: size S<M",
        "hashed to: city 64",
      ])
  }

  @Test func theScreenSaysThatAFrozenLayerHasNoPenalty() {
    var scene = Scene { $0.frozen = ["dense_0"] }
    scene.load()
    scene.makeBase()
    scene.begin()
    scene.train(epochs: 3)
    #expect(scene.screen(Size(width: 200, height: 55)).text.contains("its penalty   left out"))
    scene.state.focus = .settings
    scene.state.isFullScreen = true
    #expect(
      scene.screen(Size(width: 120, height: 36)).text.contains(
        "dense_0: frozen, so that the weights stay and have no penalty."))
  }

  @Test func strengthsOfLayersAreAmongThePenalties() {
    var penalty = PenaltySettings()
    penalty.layerL1 = ["dense_0": 0.1, "dense_1": 0]
    #expect(SettingText.penalties(penalty) == "L1 1e-1 in dense_0")
  }
}
