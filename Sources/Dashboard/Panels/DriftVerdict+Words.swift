import Shift
import TerminalUI

extension DriftVerdict {
  /// The verdict in a word or two.
  var words: String {
    switch self {
    case .incomparable: "not comparable"
    case .drifted: "drifted"
    case .movedLittle: "moved a little"
    case .tooFewToTell: "too few to tell"
    case .notDrifted: "no drift seen"
    }
  }

  /// The role of its colour.
  var role: ThemeRole {
    switch self {
    case .drifted: .bad
    case .movedLittle: .value
    case .incomparable, .tooFewToTell, .notDrifted: .muted
    }
  }
}
