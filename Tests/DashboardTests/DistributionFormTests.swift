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
      for moment in [Scene.Moment.hidden, .category] {
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
