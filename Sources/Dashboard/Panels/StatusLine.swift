import Runs
import Shift
import TerminalUI

/// The numbers of the model in one row, each with its name.
struct StatusLine: Widget {
  let state: DashboardState

  /// Whether the losses are told here, because their panel is not seen.
  let showsLoss: Bool

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    let area = area.inset(left: 1, right: 1)
    let forms = Brevity.allCases.map { items(theme: theme, glyphs: glyphs, brevity: $0) }
    let fitting = zip(Brevity.allCases, forms).first { brevity, items in
      let shown = LegendItem.fitting(items, into: area.width, gap: ItemLine.smallestGap)
      let needed = { (item: LegendItem) in item.priority >= brevity.neededPriority }
      return shown.count(where: needed) == items.count(where: needed)
    }
    ItemLine(items: fitting?.1 ?? forms.last ?? [])
      .draw(into: &screen, in: area, theme: theme, glyphs: glyphs)
  }

  /// What is spared where there is little room.
  enum Brevity: CaseIterable {
    case nothing, words, intervalsOfGaps

    /// More is spared before pieces from this priority on go.
    fileprivate var neededPriority: Int { self == .nothing ? 0 : 4 }
  }

  /// The pieces of the line.
  func items(
    theme: Theme, glyphs: GlyphSet, brevity: Brevity = .nothing
  ) -> [LegendItem] {
    func item(
      _ name: String, _ value: String, priority: Int, role: ThemeRole = .value, after: String = ""
    ) -> LegendItem {
      var spans = [
        Span("\(name) ", style: theme[.muted]), Span(value, style: theme[role].adding(.bold)),
      ]
      if !after.isEmpty { spans.append(Span(after, style: theme[.muted])) }
      return LegendItem(spans, priority: priority)
    }
    // At the end, so that a box over the panels moves nothing.
    let lossValue = state.run?.test?.loss ?? state.run?.latest?.train.loss
    let loss = showsLoss ? [item("loss", Figures.loss(lossValue), priority: 20)] : []
    guard let run = state.run else {
      return [LegendItem(beforeTheRun, style: theme[.muted], priority: 10)] + loss
    }
    var items: [LegendItem] = []
    if let test = run.test {
      let name = state.task == .classification ? "test" : "test R2"
      items.append(
        item(
          name, Figures.score(test.score), priority: 10, role: .test,
          after: sure(state.intervals.test, decimals: 3, glyphs: glyphs)))
      if let error = test.rootMeanSquaredError {
        items.append(item("RMSE", Figures.loss(error), priority: 7))
      }
    }
    if run.test == nil, let estimate = state.model?.estimatedTestAccuracy {
      items.append(
        item(
          "test", "~" + NumberText.share(estimate), priority: 10, role: .test, after: " estimated"))
    }
    if let difference = state.differenceToGhost {
      let role: ThemeRole = difference > 0 ? .good : difference < 0 ? .bad : .value
      items.append(item("to ghost", NumberText.signedShare(difference), priority: 6, role: role))
    }
    let overfit = run.latest.map(\.overfitGap) ?? state.base?.overfitGap
    let intervals = brevity == .intervalsOfGaps ? ScoreIntervals() : state.intervals
    items.append(
      item(
        "over-fit gap", Figures.gap(overfit), priority: 5,
        after: overfit == nil ? "" : sure(intervals.overfitGap, glyphs: glyphs)))
    if let gap = run.test == nil ? nil : Narration.gap(of: run) {
      // What may be chance is no alarm.
      let isReal = state.intervals.shiftGap.map { $0.low > 0 } ?? true
      items.append(
        item(
          "shift gap", Figures.gap(gap), priority: 8, role: gap > 0.05 && isReal ? .bad : .value,
          after: sure(intervals.shiftGap, glyphs: glyphs)))
    }
    if let latest = run.latest {
      let all = NumberText.count(latest.weights)
      let zeros = NumberText.count(latest.zeroWeights)
      items.append(
        item(
          "zeros", zeros, priority: 4,
          after: Figures.filled(" of \(all)", to: 2 * all.count + 4 - zeros.count)))
    }
    return items + modelItems(item, brevity: brevity) + loss
  }

  private func modelItems(
    _ item: (String, String, Int, ThemeRole, String) -> LegendItem, brevity: Brevity
  ) -> [LegendItem] {
    var items: [LegendItem] = []
    if let model = state.model {
      if model.reluUnits > 0 {
        let (dead, all) = ("\(model.deadUnits)", "/\(model.reluUnits)")
        items.append(
          item("dead", dead, 2, .value, Figures.filled(all, to: 2 * all.count - 1 - dead.count)))
      }
      if let error = model.calibrationError {
        items.append(item("calibration", NumberText.share(error, decimals: 2), 3, .value, ""))
      }
    }
    if let cut = state.data?.clippedCells[.test], cut > 0 {
      items.append(item("cells cut", NumberText.count(cut), 1, .warning, ""))
    }
    // In full screen they are listed there.
    if !state.warnings.isEmpty {
      items.append(
        item(
          "warnings", NumberText.count(state.warnings.count), 9, .warning,
          brevity == .nothing ? " in settings" : ""))
    }
    return items
  }

  private var beforeTheRun: String {
    guard let data = state.data else { return "no data yet" }
    let rows = Split.allCases.compactMap { split in
      data.rows[split].map { "\(split.rawValue) \(data.countedSamples($0))" }
    }
    return rows.joined(separator: ", ") + ", \(Figures.counted(data.features.count, "feature"))"
  }

  /// Half the width of a 95 % interval: ` ±.030`.
  private func sure(_ interval: Interval?, decimals: Int = 2, glyphs: GlyphSet) -> String {
    guard let interval else { return "" }
    let half = NumberText.share(interval.halfWidth, decimals: decimals)
    return "\(glyphs.isUnicode ? " ±" : " +-")\(half)"
  }
}
