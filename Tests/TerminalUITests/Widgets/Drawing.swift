import TerminalUI

/// What the golden screens show.
enum Drawing {
  /// A screen with widgets drawn over the whole of it, one inside the border of the one before.
  static func screen(
    _ width: Int, _ height: Int, theme: Theme = .dark, glyphs: GlyphSet,
    _ widgets: (Theme, GlyphSet) -> [any Widget]
  ) -> Screen {
    var screen = Screen(size: Size(width: width, height: height))
    var area = screen.bounds
    for widget in widgets(theme, glyphs) {
      widget.draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
      area = Panel.inside(of: area)
    }
    return screen
  }

  static func legend(theme: Theme, glyphs: GlyphSet) -> [LegendItem] {
    let values: [(String, String, ThemeRole, Int)] = [
      ("train", "0.112", .train, 5), ("val", "0.191", .validation, 4),
      ("test", "0.602", .test, 6), ("ghost", "0.644", .ghost, 1),
    ]
    return values.map { name, value, role, priority in
      LinePlot.legendItem(
        name: name, value: value, role: role, priority: priority, theme: theme, glyphs: glyphs)
    }
  }

  /// Four curves with a spike and a gap, two changes, and a shaded interval, on a logarithmic axis.
  static func plotPanel(theme: Theme, glyphs: GlyphSet) -> [any Widget] {
    func curve(_ count: Int, from start: Double, to end: Double) -> Curve {
      Curve(values: (1...count).map { end + (start - end) * 12 / Double(12 + $0 * $0 / 8) })
    }
    var test = curve(90, from: 2.6, to: 0.55)
    test.append(x: 91, y: 1.9)
    test.append(x: 92, y: .nan)
    for x in 100...110 { test.append(x: Double(x), y: 0.56) }
    let series = [
      LinePlot.Series(name: "ghost", curve: curve(150, from: 2.6, to: 0.65), role: .ghost),
      LinePlot.Series(
        name: "val", curve: curve(110, from: 3, to: 0.2), role: .validation, priority: 1),
      LinePlot.Series(
        name: "train", curve: curve(110, from: 3, to: 0.11), role: .train, priority: 2),
      LinePlot.Series(name: "test", curve: test, role: .test, priority: 3),
    ]
    let plot = LinePlot(
      series: series, x: .growing(to: 110, maximumTicks: 5),
      y: .logarithmic(0.11...3, maximumTicks: 5),
      marks: [
        .init(x: 38, label: "L2 1e-3"), .init(x: 42, label: "L1 on"),
        .init(x: 100, label: "rate 1e-4"),
      ],
      band: .init(
        points: stride(from: 0, through: 150, by: 10).map { .init(x: $0, low: 0.5, high: 0.8) }))
    return [Panel(title: "loss", legend: legend(theme: theme, glyphs: glyphs)), plot]
  }

  static let histogram: HistogramPlot = {
    let reference = [0, 2, 5, 11, 18, 22, 19, 12, 6, 3, 1, 0, 0, 0, 0, 0]
    let current = [0, 0, 1, 2, 4, 8, 13, 18, 20, 15, 9, 5, 2, 1, 0, 3]
    return HistogramPlot(
      edges: (0...16).map { Double($0) },
      reference: .init(name: "train", counts: reference, role: .trainFill),
      current: .init(name: "test", counts: current, role: .testFill))
  }()

  static let barList = BarList(
    rows: [
      .init(name: "p34", value: 0.41, number: ".41", isMarked: true, share: 1),
      .init(name: "p45", value: 0.28, number: ".28", isMarked: true, share: 0.62),
      .init(name: "bill_length_mm_of_the_bird", value: 0.12, number: ".12", share: 0.2),
      .init(name: "p17", value: 0.08, number: ".08", share: 0),
      .init(name: "p60", value: 0.01, number: ".01", isMarked: false, share: 0.02),
      .init(name: "p61", value: .nan, number: "nan"), .init(name: "p62", value: 0, number: ".00"),
      .init(name: "p63", value: 0, number: ".00"), .init(name: "p64", value: 0, number: ".00"),
    ], selected: 1, headings: ("drift", "use", "both"))
}
