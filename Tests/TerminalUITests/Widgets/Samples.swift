import TerminalUI

/// Widgets of every kind with ordinary and with awkward contents.
enum Samples {
  static let values: [[Double]] = [
    [], [1], [.nan], [0, 0, 0], [2, 1, .nan, 0.5, .infinity, 0.25, -1],
    [1e308, -1e308, 1e-308, 5], (0..<300).map { 3 / Double($0 + 1) + 0.1 },
    [Double.greatestFiniteMagnitude, -Double.greatestFiniteMagnitude],
  ]

  static func plots() -> [any Widget] {
    values.flatMap { values -> [any Widget] in
      let curve = Curve(values: values)
      let ghost = Curve(values: values.reversed(), smoothing: 0.6)
      let series = [
        LinePlot.Series(name: "ghost", curve: ghost, role: .ghost),
        LinePlot.Series(name: "train", curve: curve, role: .train, priority: 1),
      ]
      let x = PlotAxis.growing(to: Double(values.count), limit: 200, maximumTicks: 6)
      let marks = [
        LinePlot.Mark(x: 2, label: "L1 1e-3"), LinePlot.Mark(x: 2, label: "L2"),
        LinePlot.Mark(x: -5, label: "out"), LinePlot.Mark(x: .nan, label: "nowhere"),
        LinePlot.Mark(x: 8, label: ""),
      ]
      let band = LinePlot.Band(points: [
        .init(x: 0, low: 0, high: 1), .init(x: 4, low: .nan, high: 2),
        .init(x: 9, low: 5, high: -1e300),
      ])
      return [
        LinePlot(
          series: series, x: x, y: .linear(curve.range, rows: 10, dotsPerRow: 4), marks: marks,
          band: band),
        LinePlot(
          series: series, x: x, y: .logarithmic(curve.positiveRange, maximumTicks: 5),
          marks: marks),
      ]
    }
  }

  static func histograms() -> [any Widget] {
    let shares: [[Double]] = [
      [], [0], [1], [0.1, 0.4, 0.3, 0.2], [.nan, .infinity, -1, 1e300],
      (0..<90).map { Double($0) / 4005 },
    ]
    return shares.flatMap { shares -> [any Widget] in
      let reference = HistogramPlot.Sample(name: "train", shares: shares, role: .trainFill)
      let current = HistogramPlot.Sample(name: "test", shares: shares.reversed(), role: .testFill)
      let edges = (0...shares.count).map { Double($0) * 0.5 - 1 }
      return [
        HistogramPlot(edges: edges, reference: reference, current: current),
        HistogramPlot(edges: edges, reference: reference, current: current, form: .mirrored),
        HistogramPlot(edges: edges, reference: reference, current: current, form: .difference),
        HistogramPlot(
          edges: edges, reference: reference, current: current, form: .cumulative,
          distanceLabel: "KS .41"),
        HistogramPlot(edges: [], reference: reference, current: current),
        HistogramPlot(
          edges: [-1e308, 1e308], reference: reference,
          current: .init(name: "test", counts: [.max, .max, -3], role: .testFill)),
        HistogramPlot(edges: [.nan, .nan, .nan], reference: reference, current: current),
        CategoryPlot(
          labels: ["red", "a rather long label", "日本語", "", "x\ny"], reference: reference,
          current: current, counts: ([3, 0, 12_345], [0, 7])),
      ]
    }
  }

  static func stacks() -> [any Widget] {
    let shares: [[Double]] = [
      [], [0, 0], [1], [.nan, .infinity, -1], (0..<90).map { Double($0) / 4005 },
      [0.1, 0.4, 0.3, 0.2],
    ]
    let ridges = shares.flatMap { shares -> [any Widget] in
      let row = RidgelinePlot.Row(
        label: "12", note: ".41", reference: shares, current: shares.reversed())
      return [1, 3, 40].map { count in
        RidgelinePlot(
          edges: (0...max(1, shares.count)).map { Double($0) - 2 },
          rows: Array(repeating: row, count: count), headings: ("epoch", "KS"),
          reference: .trainFill, current: .testFill)
      }
    }
    let images = [Size(width: 8, height: 8), Size(width: 3, height: 50), Size(width: 1, height: 1)]
      .flatMap { size -> [any Widget] in
        let values = (0..<(size.width * size.height)).map { $0 == 2 ? .nan : Double($0) - 7 }
        return [
          ImagePlot(
            size: size, values: values, ramp: .sequential(.train, in: -7...60), selected: 0),
          ImagePlot(
            size: size, values: values,
            ramp: .diverging(negative: .train, positive: .test, limit: 9), selected: 9999),
          ImagePlot(size: size, values: [], ramp: .sequential(.train, in: 0...0)),
        ]
      }
    func points(_ values: [Double]) -> [MeanCurvePlot.Sample.Point] {
      values.enumerated().map { .init(place: Double($0), mean: $1, spread: $1 / 3) }
    }
    let curves = values.map { values -> any Widget in
      MeanCurvePlot(
        reference: .init(name: "train", points: points(values), role: .trainFill),
        current: .init(name: "test", points: points(values.reversed()), role: .testFill),
        mark: LinePlot.Mark(x: 2, label: "step 2"))
    }
    return ridges + images + curves
  }

  static func others() -> [any Widget] {
    let plain = Style.plain
    let rows = (0..<30).map { (index: Int) -> BarList.Row in
      let share: Double? = index % 3 == 0 ? nil : 0.5
      return BarList.Row(
        name: "p\(index)", value: 1 / Double(index + 1), number: ".\(index)",
        isMarked: index % 2 == 0, share: share)
    }
    let lines: [[Span]] = (0..<40).map { [Span("line \($0)", style: plain), Span(" 日本")] }
    let panel = Panel(
      title: "loss",
      legend: [
        LegendItem("train 0.112", style: plain, priority: 2),
        LegendItem("test 0.602", style: plain, priority: 3),
      ],
      notes: [LegendItem("y log", style: plain)],
      footer: [LegendItem("enter adopts", style: plain)],
      isFocused: true)
    return [
      panel, Panel(title: ""), Panel(title: "日本語 a very long title indeed, longer than that"),
      BarList(rows: rows, selected: 17, headings: ("drift", "use", "both")),
      BarList(rows: [], selected: 4),
      BarList(
        rows: [.init(name: "a", value: 1, number: "1", share: 1, product: ".25")],
        headings: ("drift", "use", "both")),
      BarList(rows: [.init(name: "", value: .nan, number: "nan", share: .infinity)], selected: -1),
      ScrollMark(visible: 3..<9, count: 64), ScrollMark(visible: 0..<1, count: 9_000_000),
      ScrollMark(visible: 0..<0, count: 0), ScrollMark(visible: 5..<6, count: 6),
      Slider(fraction: 0.4), Slider(fraction: .nan, isOn: false),
      Slider(logarithmic: 1e-3, in: 1e-6...1), Slider(logarithmic: -.infinity, in: 1e-6...1),
      ProgressBar(fraction: 0.6), ProgressBar(fraction: .infinity),
      Tabs(names: ["inputs", "hidden", "logits"], selected: 1), Tabs(names: [], selected: 3),
      Tabs(names: ["a", "b"], selected: -2),
      KeyHints([.init("q", "quit", priority: 1), .init("?", "help"), .init("", "")]),
      TextTable(
        columns: [.init("name", isFlexible: true), .init("value", isNumeric: true)],
        rows: [[Span("a"), Span("1.5")], [Span("b")], []], selected: 2),
      TextTable(columns: [], rows: [[Span("x")]]),
      Popup(title: "help", lines: lines, scroll: 99, query: "res"),
      Popup(title: "", lines: [], scroll: -5),
    ]
  }

  static var all: [any Widget] { plots() + histograms() + stacks() + others() }
}
