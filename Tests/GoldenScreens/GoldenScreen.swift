import TerminalUI

/// A screen as it is recorded.
struct GoldenScreen {
  /// The glyphs, a rule, the styles.
  let text: String

  init(_ screen: Screen) {
    let rule = "---- \(screen.size) ----"
    text = [screen.text, rule, screen.styleLayer].joined(separator: "\n") + "\n"
  }

  /// The lines that differ, the recorded one above the present one.
  static func difference(recorded: String, actual: String, name: String) -> String {
    let before = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let after = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var lines = ["\(name) differs from what was recorded (RECORD_SNAPSHOTS=1 records it anew):"]
    for index in 0..<max(before.count, after.count) {
      let old = index < before.count ? before[index] : nil
      let new = index < after.count ? after[index] : nil
      guard old != new else { continue }
      if let old { lines.append("\(index + 1) - \(old)") }
      if let new { lines.append("\(index + 1) + \(new)") }
    }
    return lines.joined(separator: "\n")
  }
}
