import Datasets
import Runs
import TerminalUI

/// What a run was configured with and what it works on, as names with values.
struct FixedSettings: Widget {
  let state: DashboardState

  /// The columns of the names.
  static let nameWidth = 14

  var rows: [(name: String, value: String)] {
    let configuration = state.presentConfiguration
    var rows = [
      ("batch", "\(configuration.batchSize)"),
      ("optimiser", configuration.optimizer.name.rawValue),
      ("method", configuration.method.rawValue),
      ("scale", scale(configuration.data.preprocessing)),
      ("seed", "\(configuration.seed)"),
    ]
    rows +=
      SpecialSettings(
        configuration: configuration, presentRate: state.run?.latest?.learningRate
      ).rows
    if let base = state.base { rows.append(("base", text(base))) }
    if let data = state.data {
      rows.append(("inputs", inputs(data)))
      for split in [Runs.Split.train, .test, .validation, .source] {
        guard let count = data.rows[split], count > 0 else { continue }
        rows.append((split.rawValue, data.countedSamples(count)))
      }
    }
    // The header says it too, while there is room.
    rows.append(("layers", RunTitle.network(configuration.layers)))
    return rows.map { (name: $0.0, value: $0.1) }
  }

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    for (index, row) in rows.prefix(area.height).enumerated() {
      let line = area.row(index)
      // The first of several facts stands for them where there is no room for all.
      let fits = row.value.displayWidth <= line.width - Self.nameWidth
      let value = fits ? row.value : String(row.value.prefix { $0 != "," })
      screen.put(
        [
          Span(Figures.filled(row.name, to: Self.nameWidth), style: theme[.muted]),
          Span(value, style: theme[.text]),
        ], at: line.origin, maximumWidth: line.width, ellipsis: glyphs.ellipsis)
    }
  }

  private func scale(_ options: PreprocessingOptions) -> String {
    let scaling = options.scaling
    guard let clip = options.clip, scaling != .none else { return scaling.rawValue }
    return "\(scaling.rawValue), cut at \(NumberText.measure(clip, digits: 2))"
  }

  private func text(_ base: BaseSummary) -> String {
    switch base.origin {
    case .none: "none"
    case .file: "file"
    case .source, .train: "\(base.origin.rawValue), \(Figures.counted(base.epochs, "epoch"))"
    }
  }

  private func inputs(_ data: DataSummary) -> String {
    let constant = data.constantColumns.count
    return "\(data.inputs)" + (constant > 0 ? ", \(constant) constant" : "")
  }
}
