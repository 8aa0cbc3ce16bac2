import GoldenScreens
import Testing

import TerminalUI

@Suite struct GoldenScreenTests {
  @Test(arguments: GlyphSet.allCases)
  func linePlot(glyphs: GlyphSet) {
    expectGolden(
      Drawing.screen(60, 14, glyphs: glyphs) { Drawing.plotPanel(theme: $0, glyphs: $1) },
      "line-plot-\(glyphs.rawValue)")
  }

  @Test func linePlotWithoutColour() {
    expectGolden(
      Drawing.screen(60, 14, theme: Theme.dark.monochrome, glyphs: .braille) {
        Drawing.plotPanel(theme: $0, glyphs: $1)
      }, "line-plot-monochrome")
  }

  @Test(arguments: GlyphSet.allCases)
  func histogram(glyphs: GlyphSet) {
    expectGolden(
      Drawing.screen(52, 12, glyphs: glyphs) { _, _ in [Drawing.histogram] },
      "histogram-\(glyphs.rawValue)")
  }

  @Test func histogramWithoutColour() {
    expectGolden(
      Drawing.screen(52, 12, theme: Theme.dark.monochrome, glyphs: .block) { _, _ in
        [Drawing.histogram]
      }, "histogram-monochrome")
  }

  @Test(arguments: [HistogramPlot.Form.mirrored, .difference, .cumulative], GlyphSet.allCases)
  func histogramForm(form: HistogramPlot.Form, glyphs: GlyphSet) {
    var plot = Drawing.histogram
    plot.form = form
    plot.distanceLabel = "KS .47"
    expectGolden(
      Drawing.screen(52, 13, glyphs: glyphs) { _, _ in [plot] }, "histogram-\(form)-\(glyphs)")
    guard glyphs == .block else { return }
    expectGolden(
      Drawing.screen(52, 13, theme: Theme.dark.monochrome, glyphs: glyphs) { _, _ in [plot] },
      "histogram-\(form)-monochrome")
  }

  @Test(arguments: [GlyphSet.braille, .ascii])
  func scrollMarks(glyphs: GlyphSet) {
    var screen = Screen(size: Size(width: 9, height: 6))
    for (column, first) in [0, 1, 10, 29, 30].enumerated() {
      ScrollMark(visible: first..<(first + 6), count: 36).draw(
        into: &screen, in: Rect(x: 2 * column, y: 0, width: 1, height: 6), theme: .dark,
        glyphs: glyphs)
    }
    expectGolden(screen, "scroll-marks-\(glyphs)")
  }

  @Test(arguments: [GlyphSet.braille, .ascii])
  func categories(glyphs: GlyphSet) {
    let plot = CategoryPlot(
      labels: ["Adelie", "Chinstrap", "Gentoo", "none of them at all", "unknown"],
      reference: .init(name: "train", counts: [44, 20, 36, 0, 1], role: .trainFill),
      current: .init(name: "test", counts: [10, 30, 58, 2, 0], role: .testFill))
    expectGolden(
      Drawing.screen(40, 8, glyphs: glyphs) { _, _ in [plot] }, "categories-\(glyphs.rawValue)")
    var counted = plot
    counted.counts = ([44, 20, 36, 0, 1], [1010, 3030, 5858, 202, 0])
    expectGolden(
      Drawing.screen(52, 10, glyphs: glyphs) { _, _ in [counted] },
      "categories-counted-\(glyphs.rawValue)")
  }

  /// As many categories as there are pairs of rows, and a row that counts the others.
  @Test(arguments: [7, 8, 9, 10])
  func categoriesUseTheRowsThereAre(height: Int) {
    let shares = Array(repeating: 1, count: 9)
    let plot = CategoryPlot(
      labels: (1...9).map { "c\($0)" },
      reference: .init(name: "train", counts: shares, role: .trainFill),
      current: .init(name: "test", counts: shares, role: .testFill))
    let text = Drawing.screen(40, height, glyphs: .braille) { _, _ in [plot] }.text
    let shown = (1...9).count { text.contains("c\($0)") }
    #expect(shown == (height - 1) / 2)
    #expect(text.contains("\(9 - shown) more"))
  }

  @Test(arguments: [GlyphSet.braille, .ascii])
  func barList(glyphs: GlyphSet) {
    expectGolden(
      Drawing.screen(34, 8, glyphs: glyphs) { _, _ in [Drawing.barList] },
      "bar-list-\(glyphs.rawValue)")
  }

  @Test(arguments: [20, 34, 48, 70])
  func panelKeepsWhatMatters(width: Int) {
    expectGolden(
      Drawing.screen(width, 3, glyphs: .braille) { theme, glyphs in
        [
          Panel(
            title: "loss", legend: Drawing.legend(theme: theme, glyphs: glyphs),
            notes: [LegendItem("y log", style: theme[.muted])],
            footer: [LegendItem("enter adopts", style: theme[.keyHint])])
        ]
      }, "panel-\(width)")
  }

  @Test func focusedPanel() {
    for glyphs in [GlyphSet.braille, .ascii] {
      expectGolden(
        Drawing.screen(24, 4, glyphs: glyphs) { _, _ in [Panel(title: "loss", isFocused: true)] },
        "panel-focused-\(glyphs.rawValue)")
    }
  }

  @Test(arguments: [GlyphSet.braille, .ascii])
  func controls(glyphs: GlyphSet) {
    var screen = Screen(size: Size(width: 30, height: 7))
    let widgets: [any Widget] = [
      Slider(logarithmic: 1e-3, in: 1e-6...1), Slider(logarithmic: 1e-3, in: 1e-6...1, isOn: false),
      ProgressBar(fraction: 0.64), Tabs(names: ["inputs", "hidden", "logits"], selected: 1),
      KeyHints([
        .init("space", "pause", priority: 2), .init("r", "restart"), .init("v", "view"),
        .init("?", "help", priority: 1),
      ]),
    ]
    for (row, widget) in widgets.enumerated() {
      widget.draw(into: &screen, in: screen.bounds.row(row), theme: .dark, glyphs: glyphs)
    }
    expectGolden(screen, "controls-\(glyphs.rawValue)")
  }

  @Test func table() {
    let table = TextTable(
      columns: [
        .init("run"), .init("method", isFlexible: true), .init("test", isNumeric: true),
        .init("gap", isNumeric: true),
      ],
      rows: [
        [Span("7"), Span("fine-tune with a long name"), Span(".832"), Span("-.021")],
        [Span("12"), Span("linear-probe"), Span(".79"), Span(".113")],
        [Span("13"), Span("none"), Span("1.00")],
      ], selected: 1)
    expectGolden(Drawing.screen(36, 5, glyphs: .braille) { _, _ in [table] }, "table")
  }

  @Test func help() {
    let map = KeyMap<Int>([
      .init(1, keys: [.character(" ")], group: "Run", help: "pause, resume"),
      .init(2, keys: [.character("r")], group: "Run", help: "restart from the base"),
      .init(3, keys: [.character("?"), .function(1)], group: "Screen", help: "this help"),
      .init(4, keys: [.control("l")], group: "Screen", help: "redraw"),
      .init(5, keys: [], group: "Screen", help: "unbound"),
    ])
    for (name, query, height) in [("all", nil, 12), ("found", "RE", 9), ("none", "zzz", 6)] {
      let lines = map.helpLines(matching: query ?? "", theme: .dark)
      let popup = Popup(
        title: "help", lines: lines, scroll: 2, query: query,
        footer: [LegendItem("esc closes", style: Theme.dark[.keyHint])])
      expectGolden(
        Drawing.screen(44, height - (name == "all" ? 4 : 0), glyphs: .braille) { _, _ in [popup] },
        "help-\(name)")
    }
  }
}
