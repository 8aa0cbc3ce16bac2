import Runs
import Shift
import TerminalUI

/// The curves of the loss, or of the accuracy or R2, with the ghost behind and the changes on top.
struct CurvePanel: Widget {
  /// What the curves are of.
  enum Quantity: Sendable {
    case loss, score
  }

  let state: DashboardState
  let quantity: Quantity
  let frame: PanelFrame

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    let inside = frame.draw(
      title: quantity == .loss ? "loss" : state.scoreName,
      legend: legend(theme: theme, glyphs: glyphs), notes: notes(theme: theme),
      below: below(theme: theme, glyphs: glyphs),
      into: &screen, in: area, theme: theme, glyphs: glyphs)
    guard let run = state.run else {
      screen.putCentred(waiting, in: inside, style: theme[.muted])
      return
    }
    let series = series(of: run)
    LinePlot(
      series: series, x: horizontalAxis(of: run, width: inside.width),
      y: verticalAxis(of: run, height: inside.height, glyphs: glyphs), marks: marks(of: run),
      band: band
    ).draw(into: &screen, in: inside, theme: theme, glyphs: glyphs)
  }

  private var waiting: String {
    switch state.phase {
    case .failed: ""
    case .trainingBase: "curves begin when the base is ready"
    default: "waiting for the first epoch"
    }
  }

  // MARK: Curves

  private func curves(of run: RunHistory) -> SplitCurves {
    quantity == .loss ? run.loss : run.score
  }

  private func series(of run: RunHistory) -> [LinePlot.Series] {
    let curves = curves(of: run)
    var series: [LinePlot.Series] = []
    if let ghost = state.ghost {
      series.append(
        LinePlot.Series(
          name: "run \(ghost.number)", curve: self.curves(of: ghost).ofGhost.curve, role: .ghost))
    }
    return series + [
      LinePlot.Series(name: "train", curve: curves.train, role: .train, priority: 1),
      LinePlot.Series(name: "val", curve: curves.validation, role: .validation, priority: 2),
      LinePlot.Series(name: "test", curve: curves.test, role: .test, priority: 3),
    ]
  }

  private func marks(of run: RunHistory) -> [LinePlot.Mark] {
    run.changes.map { mark in
      LinePlot.Mark(
        x: mark.place(batchesPerEpoch: run.batchesPerEpoch),
        label: SettingText.mark(mark.change.new))
    }
  }

  /// What is not told from the ghost by the rows of test.
  private var band: LinePlot.Band? { quantity == .score ? state.ghostComparison.band : nil }

  // MARK: Axes

  private func horizontalAxis(of run: RunHistory, width: Int) -> PlotAxis {
    let last = max(run.epoch, state.ghost?.epoch ?? 0)
    return .growing(
      to: Double(last), limit: Double(max(state.progress.epochs, last)),
      maximumTicks: LinePlot.horizontalTicks(width: width))
  }

  private func verticalAxis(of run: RunHistory, height: Int, glyphs: GlyphSet) -> PlotAxis {
    let rows = LinePlot.fieldRows(height: height)
    let dots = glyphs.dotsPerCell.height
    switch quantity {
    case .loss where state.isLossLogarithmic:
      return .logarithmic(
        joined(state.shownCurves(\.loss).map(\.positiveRange)),
        maximumTicks: max(2, min(7, rows / 2 + 1)))
    case .loss:
      return .linear(state.lossRange, rows: rows, dotsPerRow: dots)
    case .score:
      return .linear(
        state.scoreRange, within: state.scoreBounds, rows: rows, dotsPerRow: dots, format: .share)
    }
  }

  private func joined(_ ranges: [ClosedRange<Double>?]) -> ClosedRange<Double>? {
    ranges.compactMap { $0 }.reduce(nil) { joined, range in
      guard let joined else { return range }
      return min(joined.lowerBound, range.lowerBound)...max(joined.upperBound, range.upperBound)
    }
  }

  // MARK: Border

  private func legend(theme: Theme, glyphs: GlyphSet) -> [LegendItem] {
    guard let run = state.run else { return [] }
    func item(_ name: String, _ value: String, _ role: ThemeRole, _ priority: Int) -> LegendItem {
      LinePlot.legendItem(
        name: name, value: value, role: role, priority: priority, theme: theme, glyphs: glyphs)
    }
    let latest = run.latest?.train ?? state.base?.train
    var items = [item("train", text(latest), .train, 5)]
    if let validation = run.validation {
      items.append(item("val", text(validation), .validation, 6))
    }
    if let test = run.test { items.append(item("test", text(test), .test, 7)) }
    return items
  }

  /// What stands in the lower border: the penalty, which is no part of the curves, and the ghost.
  private func below(theme: Theme, glyphs: GlyphSet) -> [LegendItem] {
    var items: [LegendItem] = []
    if quantity == .loss, let penalty = state.run?.latest?.penalty, penalty > 0 {
      items.append(
        LegendItem(
          [
            Span("penalty ", style: theme[.muted]),
            Span(Figures.loss(penalty), style: theme[.value]),
          ], priority: 2))
    }
    if band != nil {
      items.append(
        LegendItem(
          [
            LinePlot.bandSample(theme: theme, glyphs: glyphs),
            Span(" by chance", style: theme[.muted]),
          ], priority: 2))
    }
    if let run = state.run, let ghost = state.ghost {
      let (split, curve) = curves(of: ghost).ofGhost
      let value = curve.value(at: Double(run.epoch))
      let seed = state.isGhostOfAnotherSeed ? ", another seed" : ""
      items.append(
        LinePlot.legendItem(
          name: "run \(ghost.number) \(split)\(seed)",
          value: quantity == .loss ? Figures.loss(value) : Figures.score(value), role: .ghost,
          priority: 3, theme: theme, glyphs: glyphs))
      if quantity == .score, let paired = state.pairedDifference {
        items.append(
          LegendItem(NumberText.probability(paired.p), style: theme[.muted], priority: 1))
      }
    }
    return items
  }

  private func text(_ metrics: Metrics?) -> String {
    quantity == .loss ? Figures.loss(metrics?.loss) : Figures.score(metrics?.score)
  }

  /// What the curves are drawn with besides the default.
  private func notes(theme: Theme) -> [LegendItem] {
    var notes: [LegendItem] = []
    if state.smoothing > 0 {
      notes.append(
        KeyHints.Hint("s", NumberText.share(state.smoothing, decimals: 2)).item(theme: theme))
    }
    if quantity == .loss, state.isLossLogarithmic {
      notes.append(KeyHints.Hint("y", "log").item(theme: theme))
    }
    return notes.map { note in
      var note = note
      note.priority = 2
      return note
    }
  }
}
