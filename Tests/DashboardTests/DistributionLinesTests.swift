import Runs
import Shift
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct DistributionLinesTests {
  private func lines(mean: Double) -> DistributionLines {
    var feature = Scene.numeric("f23", shift: 0.02, index: 0)
    feature.mean = Paired(reference: mean, current: -mean)
    let sample = HistogramPlot.Sample(name: "", shares: [], role: .trainFill)
    return DistributionLines(
      feature: feature, reference: .train, keys: Paired(reference: sample, current: sample),
      theme: .dark, glyphs: .braille)
  }

  /// The colours of a histogram mean nothing without both names.
  @Test(arguments: 18...80, [-0.0069, 4.5, -123_456.0])
  func bothNamesFit(width: Int, mean: Double) {
    let items = lines(mean: mean).samples(into: width)
    let kept = LegendItem.fitting(items, into: width, gap: ItemLine.smallestGap)
    let text = kept.flatMap(\.spans).map(\.text).joined()
    #expect(text.contains("train") && text.contains("test"), "\(text)")
  }

  @Test func figuresGoAsRoomGoes() {
    func text(_ width: Int) -> String {
      lines(mean: 4.5).samples(into: width).prefix(2).flatMap(\.spans).map(\.text).joined()
    }
    #expect(text(60).contains("sd"))
    #expect(text(34).contains("mean") && !text(34).contains("sd"))
    #expect(!text(20).contains("mean"))
  }
}
