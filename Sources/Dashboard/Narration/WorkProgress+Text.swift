public import Runs
import TerminalUI

extension WorkProgress {
  /// What is known of share, rate and time left: `34% · 420 MB/s · 0:03 left`.
  public var figures: String {
    var parts: [String] = []
    // Whole percents: a place behind the point would come and go.
    if let fraction { parts.append(NumberText.percent((100 * fraction).rounded(.down) / 100)) }
    if let rate {
      switch unit {
      case .bytes: parts.append("\(NumberText.scaled(rate))B/s")
      case .rows: parts.append(NumberText.rate(rate, unit: "rows/s"))
      case .columns: parts.append(NumberText.rate(rate, unit: "columns/s"))
      case .networks: parts.append(NumberText.rate(rate, unit: "networks/s"))
      }
    }
    if let secondsLeft { parts.append("\(NumberText.duration(seconds: secondsLeft)) left") }
    return parts.joined(separator: " · ")
  }
}
