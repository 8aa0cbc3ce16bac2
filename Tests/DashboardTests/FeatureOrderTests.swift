import Runs
import Shift
import TerminalUI
import Testing

@testable import Dashboard

/// What the list of features is ordered by.
@Suite struct FeatureOrderTests {
  private func names(_ scene: Scene) -> [String] { scene.state.rankedFeatures.map(\.drift.name) }

  @Test func aKeyGoesThroughTheOrders() {
    var scene = Scene.training()
    var titles: [String] = []
    for _ in 0..<6 {
      titles.append(scene.state.shownOrder.title)
      #expect(
        scene.screen().text.contains("features ━ \(scene.state.shownOrder.title)")
          || scene.screen().text.contains("features ─ \(scene.state.shownOrder.title)"))
      #expect(scene.press("b").isEmpty)
    }
    #expect(
      titles == [
        "by drift x use", "by drift", "by use", "by p", "by name", "by drift x use",
      ])
  }

  @Test func everyOrderPutsTheHighestFirst() {
    var scene = Scene.training()
    let use = scene.state.use
    func scores(_ score: (FeatureDrift) -> Double) -> [Double] {
      scene.state.rankedFeatures.map { score($0.drift) }
    }
    let byDriftTimesUse = scores { $0.effectSize * (use[$0.name] ?? 0) }
    #expect(byDriftTimesUse == byDriftTimesUse.sorted(by: >))
    scene.press("b")
    #expect(scores(\.effectSize) == scores(\.effectSize).sorted(by: >))
    scene.press("b")
    let byUse = scores { use[$0.name] ?? 0 }
    #expect(byUse == byUse.sorted(by: >))
    scene.press("b")
    #expect(scores { $0.p ?? 1 } == scores { $0.p ?? 1 }.sorted())
    scene.press("b")
    #expect(names(scene) == Scene.names)
  }

  /// The order stands in the title whatever test is compared with, also where there is little room.
  @Test(arguments: [80, 100, 120])
  func theOrderIsToldBesideAnyReference(width: Int) {
    var scene = Scene.training()
    scene.update(inputs: [Scene.inputs(.validation)])
    scene.state.focus = .features
    scene.press("x")
    #expect(scene.state.reference == .validation)
    let size = Size(width: width, height: width < 100 ? 24 : 36)
    let title = width == 100 ? "features ━ drift" : "features ━ by drift"
    #expect(scene.screen(size).text.contains("\(title) x use"))
    scene.press("b")
    #expect(scene.screen(size).text.contains("\(title) "))
  }

  /// The product stands in the list as long as that is its order, so that the order can be checked.
  @Test(arguments: [false, true])
  func theProductIsToldInItsOrder(isFullScreen: Bool) throws {
    var scene = Scene.training()
    scene.state.focus = .features
    scene.state.isFullScreen = isFullScreen
    scene.press(.home)
    let top = try #require(scene.state.rankedFeatures.first?.drift)
    let product = Figures.effect(top.effectSize * (scene.state.use[top.name] ?? 0))
    func isTold() -> Bool {
      let lines = scene.screen().text.split(separator: "\n")
      return lines.contains { $0.contains("drift ") && $0.contains(" both") }
        && lines.contains { $0.contains("▸\(top.name) ") && $0.contains(" \(product)") }
    }
    #expect(isTold())
    scene.press("b")
    #expect(!isTold())
  }

  @Test func theSelectionStays() {
    var scene = Scene.training()
    scene.press("nn")
    let selected = scene.state.selections[.inputs]
    scene.press("bbb")
    #expect(scene.state.selections[.inputs] == selected)
  }

  @Test func hiddenFeaturesHaveNoUse() {
    var scene = Scene.hidden()
    #expect(scene.state.shownOrder == .drift)
    var orders: Set<String> = []
    for _ in 0..<3 {
      orders.insert(scene.state.shownOrder.title)
      scene.press("b")
    }
    #expect(orders == ["by drift", "by p", "by name"])
  }

  @Test func numbersInNamesCountByTheirValue() {
    let drifts = ["unit 10", "unit 2", "Unit 1", "b", "a"].map {
      FeatureDrift(name: $0, kind: .numeric)
    }
    let scores = FeatureOrder.name.scores(of: drifts, use: [:])
    #expect(scores == [1, 2, 3, 4, 5])
  }

  @Test func whereEveryPIsZeroTheEffectDecides() {
    func drift(_ p: Double?, _ effect: Double) -> FeatureDrift {
      FeatureDrift(
        name: "", kind: .numeric,
        ks: p.map { KolmogorovSmirnov(statistic: effect, p: $0, isAsymptotic: true) })
    }
    let scores = FeatureOrder.probability.scores(
      of: [drift(nil, 0), drift(1, 0.01), drift(1e-9, 0.9), drift(0, 0.5), drift(0, 0.6)], use: [:])
    #expect(scores == scores.sorted())
    #expect(Set(scores).count == 5)
  }

  /// 12 of 64 rows are seen: first of the list an arrow below, in the middle both, at the end one above.
  @Test func aMarkTellsOfRowsThatAreNotSeen() {
    var scene = Scene.training()
    func arrows() -> (up: Bool, down: Bool) {
      let text = scene.screen(Size(width: 120, height: 36)).text
      return (text.contains("▴"), text.contains("▾"))
    }
    scene.press(.home)
    #expect(arrows() == (false, true))
    scene.press(.pageDown, .pageDown)
    #expect(arrows() == (true, true))
    scene.press(.end)
    #expect(arrows() == (true, false))
  }

  /// In 80 columns the table has whole names, both samples' missing values, and p without its name.
  @Test func theTableIsWholeInEightyColumns() throws {
    var scene = Scene.withCategories()
    scene.state.focus = .features
    scene.state.isFullScreen = true
    let text = scene.screen(Size(width: 80, height: 24)).text
    #expect(text.contains("p00 "))
    #expect(text.contains("1.2%, 3.4%"))
    #expect(!text.contains("p<1e-9") && text.contains("<1e-9"))
  }

  /// Where the lines below the plot have no room, the border tells the colours apart.
  @Test(arguments: [Size(width: 60, height: 16), Size(width: 80, height: 16)])
  func theBorderTellsTheColoursApart(size: Size) {
    let text = Scene.training().screen(size).text
    #expect(text.contains("█ train") && text.contains("█ test"))
  }

  @Test func theWholeIsSaidInPlainWords() throws {
    let scene = Scene.training()
    let sentence = try #require(scene.state.featureSentence)
    var state = scene.state
    state.focus = .features
    state.isFullScreen = true
    let full = render(state, size: Size(width: 120, height: 36), theme: .dark, glyphs: .braille)
    #expect(full.text.contains(sentence))
  }
}
