import Runs
import TerminalUI

/// What the selected setting does, and what a person should know about the data.
struct SettingExplanation: Widget {
  let state: DashboardState

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    let lines = lines(width: area.width)
    for (index, (text, role)) in lines.prefix(area.height).enumerated() {
      screen.put(
        text, at: Point(x: area.x, y: area.y + index), style: theme[role], maximumWidth: area.width,
        ellipsis: glyphs.ellipsis)
    }
  }

  /// The rows it needs.
  func height(width: Int) -> Int { lines(width: width).count }

  private func lines(width: Int) -> [(String, ThemeRole)] {
    let width = min(100, width)
    var lines = Self.text(of: state.settingRow).wrapped(to: width).map { ($0, ThemeRole.text) }
    for fact in facts { lines += fact.wrapped(to: width).map { ($0, .muted) } }
    for warning in state.warnings {
      lines += "warning: \(warning)".wrapped(to: width).map { ($0, .warning) }
    }
    if let remedy = Narration.otherRemedy(state) {
      lines += remedy.wrapped(to: width).map { ($0, .accent) }
    }
    return lines
  }

  /// What the keys do not reach.
  private var facts: [String] {
    let configuration = state.presentConfiguration
    let penalty = configuration.penalty
    var facts: [String] = []
    let own = Set(penalty.layerL1.keys).union(penalty.layerL2.keys).sorted()
    if !own.isEmpty {
      facts.append(
        "\(own.joined(separator: ", ")): strengths of their own, which the keys leave as they are.")
    }
    if !configuration.frozen.isEmpty {
      facts.append(
        "\(configuration.frozen.joined(separator: ", ")): frozen, so that the weights stay and "
          + "have no penalty.")
    }
    return facts
  }

  static func text(of row: SettingRow) -> String {
    switch row {
    case .l1:
      "L1 adds l1 * sum|w| to the loss: it sets weights to exactly zero, so that the model lets go "
        + "of features it can do without. Left and right move it by half a decade."
    case .l2:
      "L2 adds l2 * sum w^2 to the loss: it keeps all weights small, so that no single feature "
        + "weighs too much. Left and right move it by half a decade."
    case .learningRate:
      "How far a step goes. Too high and training diverges, too low and nothing moves."
    case .l1Mode:
      "proximal soft-thresholds the weights after each step and gives exact zeros; subgradient "
        + "adds the sign of the weight to its gradient, as Keras does."
    case .pull:
      "What the penalties pull the weights to: zero, or the base that fine-tuning started from "
        + "(L1-SP, L2-SP)."
    case .pace:
      "A cap on the epochs a second, so that a person can follow. It never alters a weight."
    }
  }
}
