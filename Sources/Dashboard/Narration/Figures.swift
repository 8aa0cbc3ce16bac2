import Foundation
import Runs
import TerminalUI

/// Numbers as the panels and sentences write them, of a width that seldom changes.
enum Figures {
  /// A loss in four columns: `.112`, `1.61`, `12.3`, `4e-5`; more beyond 1,000.
  static func loss(_ value: Double?) -> String {
    guard let value else { return padded("-", to: 4) }
    let size = abs(value)
    if size > 0, size < 0.0005 { return padded(NumberText.measure(value, digits: 1), to: 4) }
    return padded(size < 9.995 ? NumberText.share(value) : NumberText.measure(value), to: 4)
  }

  /// An accuracy or R2 in four columns: `.832`, `1.00`; negative ones take five.
  static func score(_ value: Double?) -> String {
    padded(value.map { NumberText.share($0) } ?? "-", to: 4)
  }

  /// A gap with its sign, in five columns: `+.036`, `-.021`.
  static func gap(_ value: Double?) -> String {
    padded(value.map { NumberText.signedShare($0) } ?? "-", to: 5)
  }

  /// An effect such as a KS statistic: `.41`.
  static func effect(_ value: Double) -> String { NumberText.share(value, decimals: 2) }

  /// A p value below a heading that says what it is: `.031`, `~4e-5`, `<1e-9`.
  static func probability(_ p: Double, isApproximate: Bool = false) -> String {
    let text = NumberText.probability(p, isApproximate: isApproximate).dropFirst()
    return String(text.first == " " ? text.dropFirst() : text)
  }

  /// A number with its noun: `1 epoch`, `600 epochs`.
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(NumberText.count(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// How far a score has moved: `3.7 points` or `41 points` of accuracy, `.037` of R2; never negative.
  ///
  /// From ten points on without decimals, so that a sentence can be read while the number moves.
  static func movement(_ difference: Double, task: Task) -> String {
    let size = abs(difference)
    guard task == .classification else { return NumberText.share(size) }
    let points = String(format: size < 0.0995 ? "%.1f" : "%.0f", size.isFinite ? size * 100 : 0)
    return points == "1.0" ? "1 point" : "\(points) points"
  }

  /// A strength with its switch: `1e-3`, `off`.
  static func strength(_ strength: Strength) -> String {
    strength.isOn ? NumberText.strength(strength.value) : "off"
  }

  /// A pace: `10 epochs/s`, `full speed`.
  static func pace(_ pace: Pace) -> String {
    switch pace {
    case .epochsPerSecond(let rate): "\(NumberText.measure(rate, digits: 2)) epochs/s"
    case .maximum: "full speed"
    }
  }

  /// A text with spaces before it up to a width.
  static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.displayWidth)) + text
  }

  /// A text with spaces after it up to a width.
  static func filled(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.displayWidth))
  }
}

extension DataSummary {
  /// A number of samples with its noun: `1 row`, `600 rows`, `1 series`, `172 series`.
  func countedSamples(_ count: Int) -> String {
    steps == nil ? Figures.counted(count, "row") : "\(NumberText.count(count)) series"
  }
}
