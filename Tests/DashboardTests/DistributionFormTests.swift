import GoldenScreens
import Runs
import Shift
import TerminalUI
import Testing

@testable import Dashboard

/// The forms of the histogram and the key that goes through them.
@Suite struct DistributionFormTests {
  private func scene(_ form: DistributionForm, _ moment: Scene.Moment = .hidden) -> Scene {
    var scene = moment.scene
    scene.state.form = form
    return scene
  }

  @Test func aKeyGoesThroughTheForms() {
    var scene = Scene.training()
    for form in scene.state.forms {
      #expect(scene.state.shownForm == form)
      let text = scene.screen().text
      #expect(text.contains(form.title(reference: "train")))
      #expect(text.contains("f \(form.name) "))
      #expect(scene.press("f").isEmpty)
    }
    #expect(scene.state.shownForm == .overlay)
  }

  @Test func categoriesHaveNoForms() {
    var scene = Scene.withCategories()
    let before = scene.state.form
    #expect(scene.press("f").isEmpty)
    #expect(scene.state.form == before)
    #expect(scene.state.notice?.text == "Categories are drawn as bars alone.")
    var empty = Scene()
    empty.press("f")
    #expect(empty.state.notice?.text == "There is no distribution to draw yet.")
  }

  @Test func theFormStaysFromFeatureToFeatureAndFromViewToView() {
    var scene = Scene.hidden()
    scene.press("ff")
    let form = scene.state.shownForm
    scene.press("n")
    #expect(scene.state.shownForm == form)
    scene.press("vvvv")
    #expect(scene.state.view == .inputs)
    #expect(scene.state.shownForm == form)
  }

  @Test func formsAreThoseThatTheViewHas() {
    func names(_ scene: Scene) -> [String] { scene.state.forms.map(\.name) }
    let common = ["mirrored", "difference", "cumulative"]
    #expect(names(.training()) == ["overlay"] + common)
    #expect(names(.withRidges()) == ["overlay", "ridgeline"] + common)
    #expect(names(.withImages()) == ["overlay", "image"] + common)
    var series = Scene.withSeries()
    #expect(names(series) == ["overlay", "by step"] + common)
    // A step that is selected is shown on the curve of its column.
    series.press("v")
    #expect(series.state.view == .steps)
    #expect(series.state.course?.count == 12)
    #expect(series.state.selectedStep != nil)
  }

  @Test func arrowsGoFromPixelToPixel() {
    var scene = Scene.withImages()
    func selected() -> String? { scene.state.selections[.inputs] }
    #expect(scene.press(.right).isEmpty)
    #expect(selected() == "p35")
    scene.press(.down, .down)
    #expect(selected() == "p55")
    scene.press(.left)
    #expect(selected() == "p54")
    scene.press(.pageDown, .end)
    #expect(selected() == "p74")
    scene.press(.home)
    #expect(selected() == "p04")
    // Elsewhere they go through the list.
    scene.press(.tab, .right)
    let names = scene.state.rankedFeatures.map(\.drift.name)
    #expect(selected() == names[min(63, (names.firstIndex(of: "p04") ?? 0) + 1)])
  }

  @Test func anImageOfAnotherSizeIsToldAndNotDrawn() {
    var scene = Scene(imageSize: Size(width: 8, height: 9))
    scene.load()
    let problem = "--image 8x9 takes 72 columns of pixels, and the data have 64"
    #expect(scene.state.notice?.text.hasPrefix(problem) == true)
    #expect(scene.state.warnings.first?.hasPrefix(problem) == true)
    #expect(!scene.state.forms.contains(.image))
  }

  @Test func ridgesLieAtRoundEpochs() {
    let epochs = Array(0...57)
    #expect(
      EpochRidges.spread(epochs, atMost: 13).map { epochs[$0] }
        == [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 57])
    #expect(
      EpochRidges.spread(epochs, atMost: 12).map { epochs[$0] } == [0, 10, 20, 30, 40, 50, 57])
    #expect(EpochRidges.spread([3], atMost: 5) == [0])
    #expect(EpochRidges.spread([], atMost: 5).isEmpty)
    for limit in 1...20 {
      for count in [1, 2, 7, 64] {
        let epochs = (0..<count).map { $0 * $0 / 3 + $0 }
        let places = EpochRidges.spread(epochs, atMost: limit)
        #expect(places.count <= limit && places.count >= min(limit, count) / 5)
        #expect(places == places.sorted() && Set(places).count == places.count)
        #expect(places.last == count - 1)
      }
    }
  }

  /// The words of the sentence are those of `ridgeline drift`.
  @Test func theSelectedFeatureIsSaidInPlainWords() throws {
    let scene = Scene.training()
    let feature = try #require(scene.state.selectedFeature)
    let sentence = DriftSentence.feature(feature.drift)
    #expect(scene.screen(Size(width: 160, height: 40)).text.contains(sentence))
  }

  @Test(arguments: [DistributionForm.mirrored, .difference, .cumulative])
  func screens(form: DistributionForm) {
    let scene = scene(form)
    expectGolden(scene.screen(Size(width: 120, height: 36)), "form-\(form)-120x36")
    expectGolden(scene.screen(Size(width: 80, height: 24)), "form-\(form)-80x24")
    expectGolden(
      scene.screen(theme: Theme.dark.monochrome, glyphs: .ascii), "form-\(form)-ascii-120x36")
  }

  @Test func everySizeIsDrawnInEveryForm() {
    for form in DistributionForm.allCases {
      for moment in [Scene.Moment.hidden, .category, .ridges, .images, .series] {
        var scene = scene(form, moment)
        for (index, glyphs) in GlyphSet.allCases.enumerated() {
          for width in [1, 9, 20, 33, 60, 101, 200] {
            for height in [1, 4, 7, 12, 16, 31, 55] {
              scene.state.isFullScreen = (width + height + index) % 2 == 0
              let size = Size(width: width, height: height)
              #expect(scene.screen(size, glyphs: glyphs).size == size)
            }
          }
        }
      }
    }
  }
}
