import CustomDump
import Runs
import Shift
import TerminalUI
import Testing

@testable import Dashboard

/// The keys that alter what the screen shows.
@Suite struct ScreenKeyTests {
  /// Presses keys and expects only what `change` does to the state, and no effect.
  private func expect(
    _ keys: Key..., in scene: Scene = .training(), change: (inout DashboardState) -> Void
  ) {
    var scene = scene
    var expected = scene.state
    expected.notice = nil
    change(&expected)
    for key in keys { #expect(scene.press(key).isEmpty) }
    // The axes follow what is shown.
    expected.scales = scene.state.scales
    expectNoDifference(scene.state, expected)
  }

  @Test func tabGoesThroughThePanels() {
    expect(.tab) { $0.focus = .features }
    expect(.tab, .tab) { $0.focus = .settings }
    expect(.tab, .tab, .tab) {
      $0.focus = .settings
      $0.focus = .loss
    }
    expect(.backTab) { $0.focus = .score }
    expect(.backTab, .tab) { $0.focus = .distribution }
  }

  @Test func aPanelFillsTheScreenUntilEscape() {
    expect(.enter) { $0.isFullScreen = true }
    expect(.character("z")) { $0.isFullScreen = true }
    expect(.enter, .enter) { $0.isFullScreen = false }
    expect(.character("z"), .escape) { $0.isFullScreen = false }
  }

  @Test func selectionMovesThroughTheList() throws {
    let scene = Scene.training()
    let names = scene.state.rankedFeatures.map(\.drift.name)
    #expect(scene.state.selections[.inputs] == names[0])
    func expectPlace(_ place: Int, after keys: Key...) {
      var moved = scene
      var expected = scene.state
      (expected.notice, expected.movedAt) = (nil, expected.updates)
      expected.selections[.inputs] = names[place]
      for key in keys { #expect(moved.press(key).isEmpty) }
      expected.scales = moved.state.scales
      expectNoDifference(moved.state, expected)
    }
    expectPlace(1, after: .character("n"))
    expectPlace(2, after: .down, .down)
    expectPlace(0, after: .right, .character("p"))
    expectPlace(0, after: .up)
    expectPlace(10, after: .pageDown, .character("j"), .character("k"))
    expectPlace(63, after: .end)
    expectPlace(0, after: .end, .home)
    expectPlace(53, after: .end, .pageUp)
  }

  @Test func theSelectedFeatureStaysSelectedWhenTheOrderChanges() {
    var scene = Scene.training()
    let name = scene.state.selections[.inputs]
    scene.press("1")
    scene.takeEffect()
    scene.train(epochs: 5)
    #expect(scene.state.selections[.inputs] == name)
    #expect(scene.state.rankedFeatures.first?.drift.name != name)
  }

  @Test func logarithmicScaleAndSmoothing() {
    expect(.character("y")) { $0.isLossLogarithmic = true }
    expect(.character("y"), .character("y")) { $0.isLossLogarithmic = false }
    expect(.character("s")) {
      $0.smoothing = 0.6
      $0.run?.smooth(by: 0.6)
      $0.notice = Notice("Curves smoothed by a moving average of weight 0.6.")
    }
    expect(.character("s"), .character("s"), .character("s"), .character("s")) {
      $0.notice = Notice("Curves as they are.")
    }
  }

  @Test func viewsGoThroughTheLayersAndAreObserved() {
    var scene = Scene.training()
    expectNoDifference(
      scene.press("vvvvv"),
      [
        .send(.observe(.hidden(layer: 0), reference: .train)),
        .send(.observe(.hidden(layer: 1), reference: .train)),
        .send(.observe(.logits, reference: .train)),
        .send(.observe(.predictions, reference: .train)),
        .send(.observe(.inputs, reference: .train)),
      ])
    expectNoDifference(scene.state, Scene.training().state)
  }

  @Test func seriesHaveTheirStepsAsAView() {
    var scene = Scene.training()
    #expect(!scene.state.views.contains(.steps))
    scene.state.data?.steps = 12
    #expect(scene.state.views[1] == .steps)
    var steps = Scene.inputs(.train)
    steps.view = .steps
    for index in steps.features.indices { steps.features[index].drift.name = "\(index + 1) t" }
    scene.update(inputs: [steps])
    expectNoDifference(scene.press("v"), [.send(.observe(.steps, reference: .train))])
    let text = scene.screen(Size(width: 120, height: 36)).text
    #expect(text.contains("v steps 2/6"))
    #expect(text.contains("62 t"))
  }

  @Test func regressionHasNoLogits() {
    #expect(!Scene.regression().state.views.contains(.logits))
  }

  @Test func referencesGoThroughTheSplitsThatHaveRows() {
    var scene = Scene.training()
    expectNoDifference(
      scene.press("xxx"),
      [
        .send(.observe(.inputs, reference: .validation)),
        .send(.observe(.inputs, reference: .source)), .send(.observe(.inputs, reference: .train)),
      ])
    scene.state.data?.rows[.source] = nil
    scene.state.data?.rows[.validation] = 0
    #expect(scene.press("x").isEmpty)
    #expect(scene.state.notice != nil)
  }

  @Test func ghostGoesFromRunToRunAndOff() {
    var scene = Scene.training()
    #expect(scene.state.ghost == nil)
    scene.press("g")
    #expect(scene.state.notice?.text.contains("no earlier run") == true)
    for number in 2...3 {
      scene.press("r")
      scene.begin(number, origin: .sameSeed)
      scene.train(epochs: 3)
    }
    #expect(scene.state.ghost?.number == 2)
    scene.press("g")
    #expect(scene.state.ghost?.number == 1)
    scene.press("g")
    #expect(scene.state.ghost == nil)
    scene.press("g")
    #expect(scene.state.ghost?.number == 2)
  }

  @Test func themesTakeTurns() {
    var scene = Scene.training()
    #expect(scene.state.themeName == "ridgeline-dark")
    #expect(scene.press("t").isEmpty)
    #expect(scene.state.themeName == "ridgeline-light")
    scene.press("t")
    #expect(scene.state.themeName == "ridgeline-dark")
  }

  @Test func arrowsSayWhereTheyAct() {
    let notice = Notice("Arrows act in the panels below: tab goes there, n and p choose a feature.")
    for key in [Key.up, .down, .left, .right] {
      expect(.backTab, key) {
        $0.focus = .score
        $0.notice = notice
      }
    }
  }

  @Test func withoutTestDataTheScreenSaysSo() {
    var scene = Scene()
    scene.load()
    scene.state.data?.rows[.test] = 0
    scene.state.inputs = [:]
    let text = scene.screen(Size(width: 120, height: 36)).text
    #expect(text.contains("no test data to compare with: --test names it"))
    #expect(text.contains("no test data"))
  }

  /// The sentence says what the view holds, and names the feature as list and title do.
  @Test func theSentenceSaysWhatTheFeaturesAre() throws {
    var scene = Scene.training()
    #expect(scene.state.featureSentence?.contains("64 features drifted") == true)
    scene.press("vvv")
    #expect(scene.state.view == .logits)
    var classes = try #require(Scene.hidden().state.model?.observed)
    classes.view = .logits
    for index in classes.features.indices { classes.features[index].drift.name = "class \(index)" }
    scene.look(observed: classes)
    let sentence = try #require(scene.state.featureSentence)
    #expect(sentence.contains("logits drifted"))
    let name = try #require(scene.state.selectedFeature?.drift.name)
    #expect(sentence.contains("most on \(name) "))
    #expect(scene.screen().text.contains("▸ \(name)") || scene.screen().text.contains("▸\(name)"))
  }

  @Test(arguments: [Size(width: 40, height: 12), Size(width: 60, height: 16)])
  func questionAndHelpAreWrapped(size: Size) {
    let question = Scene.question().screen(size).text
    #expect(question.contains("lost."))
    #expect(!Scene.help().screen(size).text.contains("…"))
  }

  @Test func resizeChangesTheSizeAlone() {
    var scene = Scene.training()
    var expected = scene.state
    expected.size = Size(width: 80, height: 24)
    #expect(reduce(&scene.state, .terminal(.resize(expected.size))).isEmpty)
    expectNoDifference(scene.state, expected)
  }

  @Test func pastedTextDoesNothing() {
    var scene = Scene.training()
    let before = scene.state
    #expect(reduce(&scene.state, .terminal(.paste("qqy1r"))).isEmpty)
    expectNoDifference(scene.state, before)
  }

  @Test(arguments: [Key.function(9), .insert, .character("é"), .control("a"), .character("u")])
  func anUnboundKeySaysThatItDoesNothing(key: Key) {
    var scene = Scene.training()
    var expected = scene.state
    expected.notice = Notice("The key \(key) does nothing: ? lists those that do.")
    #expect(scene.press(key).isEmpty)
    expectNoDifference(scene.state, expected)
  }
}
