import Datasets
import Foundation

/// A number that is written as people write it, and that a reader of numbers takes for text.
struct NumberInText {
  /// What stands around the digits: a currency, a percent sign, a unit.
  let decoration: String

  private static let currencies: Set<Character> = ["$", "€", "£", "¥", "₹"]

  /// Reads `1,234.50`, `1 234`, `3,14`, `$5`, `30 %`, `12 kg`, `(45)`; `nil` for plain numbers and
  /// for what is none.
  init?(_ text: String) {
    var rest = Substring(text.trimmed)
    guard let first = rest.first, let last = rest.last, rest.count <= 40 else { return nil }
    var decoration = ""
    if first == "(", last == ")" {
      // As accountants write what is below zero.
      rest = rest.dropFirst().dropLast()
      decoration = "()"
    }
    if let sign = rest.first, sign == "-" || sign == "+" || sign == "\u{2212}" {
      if sign == "\u{2212}" { decoration += "\u{2212}" }
      rest = rest.dropFirst()
    }
    if let currency = rest.first, Self.currencies.contains(currency) {
      decoration.append(currency)
      rest = rest.dropFirst().drop { $0.isWhitespace }
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber || ".,'".contains($0) || $0.isWhitespace }
    let unit = rest.dropFirst(digits.count)
    let number = String(digits).trimmed
    guard unit.count <= 6, unit.allSatisfy({ !$0.isNumber }), !number.isEmpty,
      Self.isNumber(number)
    else { return nil }
    decoration += unit
    let isPlain = decoration.isEmpty && NumberParser.parse(number) != nil
    guard !isPlain else { return nil }
    self.decoration = decoration
  }

  /// Whether digits are grouped in threes, with one mark for the decimals.
  private static func isNumber(_ text: String) -> Bool {
    if NumberParser.parse(text) != nil { return true }
    let pattern = #"^\d{1,3}([ ,.'\x{00A0}\x{202F}]\d{3})+([.,]\d+)?$|^\d+,\d+$"#
    return text.range(of: pattern, options: .regularExpression) != nil
  }
}
