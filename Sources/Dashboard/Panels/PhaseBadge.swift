import Runs
import TerminalUI

/// A sign and a word for what the training thread is doing; either alone tells it.
struct PhaseBadge {
  let phase: RunPhase

  /// The word.
  var word: String {
    switch phase {
    case .loading: "loading"
    case .trainingBase: "training base"
    case .training: "training"
    case .paused: "paused  "
    case .finished: "finished"
    case .diverged: "diverged"
    case .failed: "failed"
    }
  }

  /// The role that gives the sign its colour.
  var role: ThemeRole {
    switch phase {
    case .loading: .muted
    case .trainingBase, .training: .good
    case .paused: .warning
    case .finished: .accent
    case .diverged, .failed: .bad
    }
  }

  /// The sign.
  func sign(glyphs: GlyphSet) -> String {
    let (symbol, plain) =
      switch phase {
      case .loading: ("○", "o")
      case .trainingBase, .training: ("●", "*")
      case .paused: ("‖", "=")
      case .finished: ("✓", "+")
      case .diverged, .failed: ("✗", "x")
      }
    return glyphs.isUnicode ? symbol : plain
  }
}
