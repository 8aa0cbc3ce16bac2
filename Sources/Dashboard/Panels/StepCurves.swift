import Runs
import Shift
import TerminalUI

/// A column of series as the mean of each step, in a band of one deviation to either side.
struct StepCurves: Widget {
  let course: [(step: Int, feature: FeatureDistribution)]
  let reference: Split

  /// The step that is selected.
  let selected: Int?

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    func sample(_ split: Split, _ key: KeyPath<Paired<Double>, Double>) -> MeanCurvePlot.Sample {
      MeanCurvePlot.Sample(
        name: split.rawValue,
        points: course.compactMap { step, feature in
          guard let mean = feature.mean, let spread = feature.standardDeviation else { return nil }
          return MeanCurvePlot.Sample.Point(
            place: Double(step), mean: mean[keyPath: key], spread: spread[keyPath: key])
        }, role: split.fillRole)
    }
    MeanCurvePlot(
      reference: sample(reference, \.reference), current: sample(.test, \.current),
      mark: selected.map { LinePlot.Mark(x: Double($0), label: "step \($0)") }
    ).draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
  }
}
