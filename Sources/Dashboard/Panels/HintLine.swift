import Runs
import TerminalUI

/// The keys that matter now, made from the key table.
struct HintLine: Widget {
  let state: DashboardState

  /// Whether one panel alone is seen, so that the way to the others matters most.
  var isSingle = false

  func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    KeyHints(hints).draw(
      into: &screen, in: area.inset(left: 1, right: 1), theme: theme, glyphs: glyphs)
  }

  private var hints: [KeyHints.Hint] {
    switch state.overlay {
    case .quitQuestion: return [KeyHints.Hint("y enter", "quit"), KeyHints.Hint("n esc", "stay")]
    case .help: return [KeyHints.Hint("esc", "close help")]
    case nil: break
    }
    var hints: [KeyHints.Hint] = []
    switch state.phase {
    case .training, .trainingBase: hints = [hint([.pauseOrResume], priority: 8)]
    case .paused:
      hints = [hint([.pauseOrResume], "resume", priority: 8), hint([.stepBatch], priority: 6)]
    case .finished: hints = [hint([.extend], priority: 9), hint([.save], priority: 6)]
    case .diverged: hints = [hint([.learningRateDown], "lower rate", priority: 9)]
    case .failed: return [hint([.help], priority: 9), hint([.quit], priority: 10)]
    case .loading: break
    }
    if state.run != nil { hints.append(hint([.restart], priority: 7)) }
    return hints
      + [
        hint([.toggleL1, .toggleL2], "L1 L2 on off", priority: 8),
        hint([.l1Weaker, .l1Stronger], "L1", priority: 5),
        hint([.l2Weaker, .l2Stronger], "L2", priority: 5),
        hint([.nextFeature, .previousFeature], "feature", priority: 4),
        hint([.view], priority: 3), hint([.reference], priority: 1), hint([.ghost], priority: 2),
        hint([.paceSlower, .paceFaster], "pace", priority: 2),
        hint([.nextPanel], priority: isSingle ? 9 : 2),
        hint([.fullScreen], priority: 2), hint([.help], priority: 9), hint([.quit], priority: 10),
      ].filter { !$0.keys.isEmpty }
  }

  /// The first key of each action, and what they do.
  private func hint(
    _ actions: [KeyAction], _ does: String? = nil, priority: Int
  ) -> KeyHints.Hint {
    let bindings = actions.compactMap(state.keyMap.binding)
    let keys = bindings.compactMap(\.keys.first?.description).joined(separator: " ")
    return KeyHints.Hint(keys, does ?? bindings.first?.hint ?? "", priority: priority)
  }
}
