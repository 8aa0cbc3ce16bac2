internal import Foundation

/// Numbers as they are written on the screen: short, in one style, never wider than they need be.
///
/// What is not a number is written `nan`, `inf` or `-inf` everywhere.
public enum NumberText {
  /// A measured value such as a loss, to a number of significant figures.
  ///
  /// `0.112`, `3.21`, `12.3`, `1 234`; below 0.001 and from 100 000 on as `1.12e-4`, `1.23e6`.
  ///
  /// - Parameters:
  ///   - value: Any number.
  ///   - digits: The significant figures, at least 1.
  /// - Returns: The text.
  public static func measure(_ value: Double, digits: Int = 3) -> String {
    if let special = notFinite(value) { return special }
    guard value != 0 else { return "0" }
    let digits = max(1, min(digits, 15))
    let rounded = exponential(value, decimals: digits - 1)
    let exponent = rounded.exponent
    guard (-3...4).contains(exponent) else { return rounded.text }
    let text = fixed(value, decimals: max(0, digits - 1 - exponent))
    return exponent > 2 && !text.contains(".") ? grouped(text) : text
  }

  /// A share or a score between 0 and 1, without its leading zero: `.832`, `.41`, `1.00`, `-.021`.
  ///
  /// From 1 on one decimal goes, so that the width stays the same.
  ///
  /// - Parameters:
  ///   - value: The share; other numbers are written plainly.
  ///   - decimals: The decimals below 1, at least 1.
  /// - Returns: The text.
  public static func share(_ value: Double, decimals: Int = 3) -> String {
    if let special = notFinite(value) { return special }
    guard abs(value) < 1000 else { return measure(value) }
    let decimals = max(1, min(decimals, 15))
    let text = fixed(abs(value), decimals: decimals)
    let sign = value < 0 && text.contains { ("1"..."9").contains($0) } ? "-" : ""
    guard text.hasPrefix("0") else { return sign + fixed(abs(value), decimals: decimals - 1) }
    return sign + text.dropFirst()
  }

  /// A difference of two shares with its sign: `+.037`, `-.120`.
  public static func signedShare(_ value: Double, decimals: Int = 3) -> String {
    let text = share(value, decimals: decimals)
    return value.isNaN || text.hasPrefix("-") ? text : "+" + text
  }

  /// A penalty's strength or a rate of learning, on a scale of powers of ten: `1e-3`, `3.2e-4`, `0`;
  /// from 1 to below 1000 plainly: `1`, `30`.
  public static func strength(_ value: Double) -> String {
    if let special = notFinite(value) { return special }
    guard value != 0 else { return "0" }
    let rounded = exponential(value, decimals: 1)
    guard (0...2).contains(rounded.exponent) else {
      return rounded.text.replacingOccurrences(of: ".0e", with: "e")
    }
    let isWhole = rounded.exponent > 0 || rounded.text.contains(".0e")
    return fixed(value, decimals: isWhole ? 0 : 1)
  }

  /// A number that a person has given, with the figures it was given: `2`, `0.99`, `1e-06`.
  public static func given(_ value: Double) -> String {
    if let special = notFinite(value) { return special }
    return value == value.rounded() && abs(value) < 1e6 ? String(Int(value)) : "\(value)"
  }

  /// A mean with as many figures as its sample's standard deviation gives sense to: `4.5` beside 3.0,
  /// `12.340` beside 0.052.
  ///
  /// - Parameters:
  ///   - value: The mean.
  ///   - deviation: The standard deviation; without one above 0 the mean has three figures.
  /// - Returns: The text, of two figures at least.
  public static func mean(_ value: Double, deviation: Double) -> String {
    guard value.isFinite, value != 0, deviation.isFinite, deviation > 0 else {
      return measure(value)
    }
    let places = log10(abs(value)).rounded(.down) - log10(deviation).rounded(.down)
    return measure(value, digits: Int(max(2, min(9, places + 2))))
  }

  /// A whole number in groups of three: `1 204`.
  public static func count(_ value: Int) -> String { grouped(String(value)) }

  /// A speed with its unit: `950 rows/s`, `12 k rows/s`, `1.9 M rows/s`.
  public static func rate(_ value: Double, unit: String) -> String {
    "\(scaled(value)) \(unit)"
  }

  /// A number in thousands, millions or more: `950`, `1.2 k`, `34 k`, `1.9 M`.
  public static func scaled(_ value: Double) -> String {
    if let special = notFinite(value) { return special }
    var scaled = abs(value)
    var prefixes = ["", " k", " M", " G", " T"][...]
    while scaled >= 999.5, prefixes.count > 1 {
      scaled /= 1000
      prefixes.removeFirst()
    }
    guard scaled < 999.5 else { return measure(value) }
    let isWhole = prefixes.first == "" && scaled == scaled.rounded()
    let text = fixed(scaled, decimals: scaled < 9.95 && !isWhole ? 1 : 0)
    return (value < 0 ? "-" : "") + text + (prefixes.first ?? "")
  }

  /// A time in hours, minutes and seconds: `0:12`, `1:02:03`; from 100 hours on in days.
  public static func duration(seconds: Double) -> String {
    if let special = notFinite(seconds) { return special }
    guard seconds >= 0 else { return "0:00" }
    guard seconds < 100 * 3600 else {
      return measure(seconds / 86400, digits: 2) + " days"
    }
    let whole = Int(seconds.rounded())
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    return hours > 0
      ? "\(hours):\(padded(minutes)):\(padded(rest))" : "\(minutes):\(padded(rest))"
  }

  /// A p value: `p .003`, `p 4e-5`, `p<1e-9`, with `~` when it is an approximation.
  public static func probability(_ p: Double, isApproximate: Bool = false) -> String {
    if let special = notFinite(p) { return "p " + special }
    guard p >= 1e-9 else { return "p<1e-9" }
    let mark = isApproximate ? "~" : ""
    if p < 0.0005 { return "p \(mark)\(exponential(p, decimals: 0).text)" }
    return "p \(mark)\(share(p, decimals: p < 0.0995 ? 3 : 2))"
  }

  /// A share in percent: `18%`, `0.4%`.
  public static func percent(_ share: Double) -> String {
    if let special = notFinite(share) { return special + "%" }
    let percent = share * 100
    guard abs(percent) < 1e5 else { return measure(percent) + "%" }
    let digits = fixed(percent, decimals: abs(percent) >= 9.95 ? 0 : 1)
    return (digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits) + "%"
  }

  /// A number with exactly `decimals` decimals.
  static func fixed(_ value: Double, decimals: Int) -> String {
    if let special = notFinite(value) { return special }
    return String(format: "%.\(max(0, min(decimals, 17)))f", value == 0 ? 0 : value)
  }

  private static func notFinite(_ value: Double) -> String? {
    if value.isNaN { return "nan" }
    guard value.isInfinite else { return nil }
    return value < 0 ? "-inf" : "inf"
  }

  private static func exponential(_ value: Double, decimals: Int) -> (text: String, exponent: Int) {
    let parts = String(format: "%.\(decimals)e", value).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return (String(value), 0) }
    return ("\(parts[0])e\(exponent)", exponent)
  }

  private static func grouped(_ digits: String) -> String {
    let sign = digits.hasPrefix("-") ? "-" : ""
    var rest = digits.dropFirst(sign.count)
    var groups: [Substring] = []
    while rest.count > 3 {
      groups.append(rest.suffix(3))
      rest = rest.dropLast(3)
    }
    groups.append(rest)
    return sign + groups.reversed().joined(separator: " ")
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
