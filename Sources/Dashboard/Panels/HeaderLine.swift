import Runs
import TerminalUI

/// The first row: the program, the data and the network; the state and the progress; speed and time.
struct HeaderLine: Widget {
  let state: DashboardState

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    let row = area.inset(left: 1, right: 1)
    let (left, middle, right) = (
      identity(theme: theme), progress(theme: theme, glyphs: glyphs), speed(theme: theme)
    )
    // From 80 columns on the bar is worth more than the least important words.
    let reserved = row.width >= 98 ? 14 : row.width >= 78 ? 8 : 0
    let kept = LegendItem.fitting(left + middle + right, into: row.width - reserved, gap: 2)
    var x = row.x
    for item in left + middle where kept.contains(item) {
      x += screen.put(item.spans, at: Point(x: x, y: row.y), maximumWidth: row.maxX - x) + 2
    }
    let rest = right.filter(kept.contains)
    let start = row.maxX - rest.reduce(-2) { $0 + $1.width + 2 }
    let bar = Rect(x: x, y: row.y, width: min(40, start - x - 2), height: 1)
    if bar.width >= 6, let fraction {
      ProgressBar(fraction: fraction).draw(into: &screen, in: bar, theme: theme, glyphs: glyphs)
    }
    x = max(start, x)
    for item in rest {
      x += screen.put(item.spans, at: Point(x: x, y: row.y), maximumWidth: row.maxX - x) + 2
    }
  }

  /// How much is done of reading, of the base, or of the run; `nil` while nobody knows.
  private var fraction: Double? {
    switch state.phase {
    case .loading where state.run == nil: return state.status?.work?.fraction
    case .trainingBase: break
    default: if state.run == nil { return nil }
    }
    let (epoch, epochs) = state.progress
    return epochs > 0 ? Double(epoch) / Double(epochs) : 0
  }

  private func identity(theme: Theme) -> [LegendItem] {
    let configuration = state.configuration
    var items = [
      LegendItem("ridgeline", style: theme[.accent].adding(.bold), priority: 5),
      LegendItem(RunTitle.data(configuration.data), style: theme[.title], priority: 4),
      LegendItem(RunTitle.network(configuration.layers), style: theme[.muted], priority: 2),
      LegendItem(configuration.method.rawValue, style: theme[.muted], priority: 1),
    ]
    if let run = state.run {
      items.append(LegendItem("run \(run.number)", style: theme[.muted], priority: 3))
    }
    return items
  }

  private func progress(theme: Theme, glyphs: GlyphSet) -> [LegendItem] {
    let badge = PhaseBadge(phase: state.phase)
    let (epoch, epochs) = state.progress
    let text = "\(epoch)/\(epochs)"
    // Filled up behind, so that nothing moves when the number gains a digit.
    let width = 2 * "\(epochs)".count + 1
    return [
      LegendItem(
        [
          Span(badge.sign(glyphs: glyphs) + " ", style: theme[badge.role]),
          Span(badge.word, style: theme[.text]),
        ], priority: 8),
      LegendItem(
        [
          Span("epoch ", style: theme[.text]),
          Span(Figures.filled(text, to: width), style: theme[.value]),
        ], priority: 9),
    ]
  }

  private func speed(theme: Theme) -> [LegendItem] {
    var items: [LegendItem] = []
    if let rate = state.rowRate.shown {
      let unit = "\(state.data?.samplesNoun ?? "rows")/s"
      let text = NumberText.rate(rate, unit: unit)
      items.append(
        LegendItem(Figures.padded(text, to: unit.count + 6), style: theme[.muted], priority: 6))
    }
    switch state.phase {
    case .training, .paused, .trainingBase:
      items.append(
        LegendItem(
          Figures.padded(Figures.pace(state.pace), to: Self.paceWidth), style: theme[.muted],
          priority: 3))
      // While nothing can be said its place is kept, so that pausing moves nothing.
      let left = secondsLeft.map { NumberText.duration(seconds: $0) }
      let text = left.map { Figures.padded($0, to: 4) + " left" } ?? Figures.padded("", to: 9)
      items.append(LegendItem(text, style: theme[.muted], priority: 7))
    case .loading, .finished, .diverged, .failed: break
    }
    return items
  }

  /// Room for `500 epochs/s`.
  private static let paceWidth = 12

  /// What is left of the run, at the measured rate or, where that is lower, at the pace.
  private var secondsLeft: Double? {
    guard state.phase == .training else { return nil }
    var rate = state.epochRate.shown
    if case .epochsPerSecond(let pace) = state.pace { rate = min(rate ?? pace, pace) }
    guard let rate, rate > 0 else { return nil }
    let (epoch, epochs) = state.progress
    return Double(epochs - epoch) / rate
  }
}
