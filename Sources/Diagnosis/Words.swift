import Datasets
import Foundation

/// A number in a sentence, with four figures at most: `2.54`, `1000`, `0.3048`, `1.2e-07`.
func short(_ value: Double) -> String { String(format: "%.4g", value) }

/// A number as it stands in a message.
func number(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
}

/// A share in percent, as it stands in a message: whole where it is not near 0 or 1.
func percent(_ share: Double) -> String {
  let tenths = (share * 1000).rounded() / 10
  let isWhole = tenths == tenths.rounded() || (tenths > 10 && tenths < 90)
  return (isWhole ? "\(Int(tenths.rounded()))" : "\(tenths)") + " %"
}

/// Names in quotes, the first few of them.
func listed(_ names: [String], most: Int = 5) -> String {
  names.prefix(most).map(\.quotedForMessage).joined(separator: ", ")
    + (names.count > most ? " and \(names.count - most) more" : "")
}

extension String {
  /// The text with a capital letter, unless it begins with the name of a file, and a full stop.
  var asSentence: String {
    let word = prefix { !$0.isWhitespace && $0 != "," && $0 != ":" }
    let isPath = word.contains(".") || word.contains("/")
    return (isPath ? String(self) : prefix(1).uppercased() + dropFirst())
      + (hasSuffix(".") || hasSuffix("?") ? "" : ".")
  }

  /// The text without spaces around it.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
