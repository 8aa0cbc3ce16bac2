import Runs
import Shift
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct StatisticsTableTests {
  private func text(_ feature: FeatureDistribution, _ reference: Split, width: Int) -> String {
    let table = StatisticsTable(feature: feature, reference: reference)
    var screen = Screen(size: Size(width: width, height: table.height(width: width)))
    table.draw(into: &screen, in: screen.bounds, theme: .dark, glyphs: .braille)
    return screen.text
  }

  /// From the narrowest panel that has the table on nothing is cut, whatever it is compared with.
  @Test(arguments: [Split.train, .validation, .source])
  func nothingIsCut(reference: Split) {
    for scene in [Scene.training(), .hidden(), .withCategories()] {
      for feature in scene.state.rankedFeatures {
        for width in [36, 40, 48, 58] {
          #expect(!text(feature, reference, width: width).contains("…"))
        }
      }
    }
  }

  @Test func meaningsHaveFewerWordsWhereRoomIsShort() throws {
    let feature = try #require(Scene.training().state.selectedFeature)
    #expect(text(feature, .train, width: 58).contains("largest gap of the CDFs"))
    let short = text(feature, .train, width: 37)
    #expect(short.contains("largest gap") && !short.contains("CDFs"))
    #expect(!text(feature, .train, width: 24).contains("gap"))
  }

  /// The name stands in front of a p value once.
  @Test func probabilitiesAreNamedOnce() throws {
    var feature = try #require(Scene.training().state.selectedFeature)
    feature.drift.ks = KolmogorovSmirnov(statistic: 0.1, p: 0.71, isAsymptotic: true)
    feature.drift.pAdjusted = 1e-12
    let lines = text(feature, .train, width: 58).split(separator: "\n").map {
      $0.split(separator: " ")
    }
    #expect(lines.contains { $0.prefix(2) == ["p", "~.71"] })
    #expect(lines.contains { $0.prefix(3) == ["p", "adjusted", "<1e-9"] })
  }

  @Test func theVerdictIsSaidToItsEnd() throws {
    let feature = try #require(Scene.training().state.selectedFeature)
    let words = DriftSentence.feature(feature.drift).split(separator: " ")
    let shown = text(feature, .train, width: 36).split { $0 == " " || $0 == "\n" }
    #expect(shown.suffix(words.count) == words[...])
  }
}
