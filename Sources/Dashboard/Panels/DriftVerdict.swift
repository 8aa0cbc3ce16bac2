import Shift
import TerminalUI

/// The verdict on a feature in a word or two, with the role of its colour.
struct DriftVerdict {
  let text: String
  let role: ThemeRole

  init(_ drift: FeatureDrift) {
    (text, role) =
      if drift.drifted {
        ("drifted", .bad)
      } else if drift.p == nil {
        ("not comparable", .muted)
      } else if (drift.pAdjusted ?? drift.p ?? 1) < 0.05 {
        ("moved a little", .warning)
      } else if drift.effectSize >= 0.1 {
        ("too few to tell", .warning)
      } else {
        ("no drift seen", .good)
      }
  }
}
