import Runs
import Shift
import TerminalUI

/// The two lines below a histogram: the samples, and how far they are from one another.
struct DistributionLines {
  let feature: FeatureDistribution
  let reference: Split
  let keys: Paired<HistogramPlot.Sample>
  var form = DistributionForm.overlay
  let theme: Theme
  let glyphs: GlyphSet

  /// `█ train mean 5.1 sd 4.2   █ test mean 7.8 sd 3.1   missing 0%`, of which all names fit into
  /// `width` columns, with as many figures as there is room for.
  func samples(into width: Int) -> [LegendItem] {
    let full = samples(figures: 2)
    func namesFit(_ items: [LegendItem]) -> Bool {
      items.filter { $0.priority >= 2 }.totalWidth(gap: ItemLine.smallestGap) <= width
    }
    if namesFit(full) { return full }
    let short = samples(figures: 1)
    return namesFit(short) ? short : samples(figures: 0)
  }

  private func samples(figures: Int) -> [LegendItem] {
    let names = HistogramPlot(edges: [], reference: keys.reference, current: keys.current)
      .legend(theme: theme, glyphs: glyphs)
    func item(_ index: Int, _ split: Split, _ key: WritableKeyPath<Paired<Double>, Double>)
      -> LegendItem
    {
      var swatch = names.indices.contains(index) ? Array(names[index].spans.prefix(1)) : []
      // Outlined ridges are told apart by their lines.
      if form == .ridgeline, theme.isMonochrome, glyphs.isUnicode {
        let dots = glyphs == .braille ? ("⠄⠄", "⠤⠤") : ("▖▖", "▄▄")
        swatch = [Span(index == 0 ? dots.0 : dots.1, style: theme[split.role])]
      }
      var spans = swatch + [Span(" \(split.rawValue)", style: theme[split.role])]
      let deviation = feature.standardDeviation?[keyPath: key]
      // Both means have the figures of the narrower sample, so that they can be compared.
      let least = feature.standardDeviation.map { min($0.reference, $0.current) } ?? 0
      let mean = feature.mean.map { NumberText.mean($0[keyPath: key], deviation: least) }
      for (figure, text) in [("mean", mean), ("sd", deviation.map(short))].prefix(figures) {
        guard let text else { continue }
        spans.append(Span(" \(figure) ", style: theme[.muted]))
        spans.append(Span(text, style: theme[.value]))
      }
      return LegendItem(Array(spans), priority: 3 - index)
    }
    let missing = feature.drift.missing
    let shares =
      missing.reference == missing.current
      ? NumberText.percent(missing.current)
      : "\(reference.rawValue) \(NumberText.percent(missing.reference)), "
        + "test \(NumberText.percent(missing.current))"
    // Colours mix by themselves; a texture of its own for both needs its name.
    let isOverlaid = feature.drift.kind == .numeric && form == .overlay
    let isTextured = theme.isMonochrome || !glyphs.isUnicode
    let both = isOverlaid && isTextured ? names.dropFirst(2) : []
    let band = LegendItem(
      [
        Span("band ", style: theme[.muted]),
        Span(glyphs.isUnicode ? "mean ± 1 sd" : "mean +- 1 sd", style: theme[.text]),
      ], priority: 2)
    return [item(0, reference, \.reference), item(1, .test, \.current)] + both
      + (form == .steps ? [band] : []) + [
        LegendItem(
          [Span("missing ", style: theme[.muted]), Span(shares, style: theme[.value])], priority: 1)
      ]
  }

  /// The verdict in plain words, the same as everywhere; where they do not fit, the statistics.
  func verdict(into width: Int) -> [LegendItem] {
    let sentence = LegendItem(
      DriftSentence.feature(feature.drift), style: theme[feature.drift.verdict.role], priority: 9)
    guard sentence.width <= width else { return statistics }
    // The sentence has them all but one.
    return [sentence] + statistics.filter { $0.spans.first?.text == "JS " }
  }

  /// `KS .41 p<1e-9   W1 2.7   PSI .44   JS .31   drifted`.
  var statistics: [LegendItem] {
    let drift = feature.drift
    var items: [LegendItem] = []
    func add(_ name: String, _ value: String, priority: Int, role: ThemeRole = .value) {
      items.append(
        LegendItem(
          [Span("\(name) ", style: theme[.muted]), Span(value, style: theme[role])],
          priority: priority))
    }
    let isApproximate = drift.ks?.isAsymptotic ?? false
    let effectRole: ThemeRole = drift.drifted ? .bad : .value
    switch drift.kind {
    case .numeric:
      if let ks = drift.ks {
        add("KS", Figures.effect(ks.statistic), priority: 7, role: effectRole)
      }
    case .categorical:
      if let v = drift.cramersV { add("V", Figures.effect(v), priority: 7, role: effectRole) }
    }
    if let p = drift.p {
      let text = NumberText.probability(p, isApproximate: isApproximate)
      items.append(LegendItem(text, style: theme[.muted], priority: 5))
    }
    if let distance = drift.wasserstein { add("W1", short(distance), priority: 4) }
    let psi = drift.isOneBin ? nil : drift.psi
    let js = drift.isOneBin ? nil : drift.js
    if let psi { add("PSI", Figures.effect(psi), priority: 3) }
    if let js { add("JS", Figures.effect(js), priority: 2) }
    items.append(
      LegendItem(drift.verdict.words, style: theme[drift.verdict.role], priority: 6))
    return items
  }

  private func short(_ value: Double) -> String { NumberText.measure(value, digits: 2) }
}
