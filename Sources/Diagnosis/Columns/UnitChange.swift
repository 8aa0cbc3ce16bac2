import Foundation

/// A change of units, `y = factor * x + offset`.
struct UnitChange: Equatable {
  let factor: Double
  let offset: Double

  /// What changes into what, as a message says it.
  let words: String

  /// How large the change is, on a scale of logarithms.
  var size: Double { abs(log(abs(factor))) }

  /// A value in the new unit.
  func callAsFunction(_ value: Double) -> Double { factor * value + offset }

  /// Whether whole numbers stay whole, or are rounded to such from larger ones.
  var keepsWholeNumbers: Bool {
    let steps = max(factor, 1 / factor)
    return offset == 0 && abs(steps - steps.rounded()) < 1e-9 * steps
  }
}

// MARK: - How it is believed

extension UnitChange {
  /// By how much a written change may be missed: files also differ in what they hold.
  static let slackOfWritten = 0.25

  /// Whether nothing but the place of the decimal point changes.
  var isPowerOfTen: Bool {
    let tens = log10(factor)
    return offset == 0 && abs(tens - tens.rounded()) < 1e-9
  }

  /// Whether a factor is far from all others and not one that a shift has: powers of ten, and from 100 on.
  private var isPlain: Bool { isPowerOfTen || size >= log(100) }

  /// The largest standard error, of logarithms, with which a factor is told from others and from a shift.
  var largestError: Double { isPlain ? 0.035 * size : 0.02 }

  /// By how much, in logarithms, a factor may be missed at most.
  var largestMiss: Double { isPlain ? 0.05 * size : .infinity }

  /// By how much, in logarithms, a factor may be missed however exactly it was measured, since files also
  /// differ in what they hold.
  var slack: Double { isPlain ? 0.025 * size : 0.02 }
}

// MARK: - Those that are known

extension UnitChange {
  /// Every change that is looked for, both ways, the most plausible first.
  static let all: [UnitChange] =
    powersOfTen.flatMap { factor, name, example in
      let (words, back) =
        example.map { (", as of \($0) in \($1)", ", as of \($1) in \($0)") } ?? ("", "")
      return bothWays(factor, 0, "a factor of \(name)\(words)", "a factor of 1/\(name)\(back)")
    }
    + units.flatMap { from, to, factor, offset in
      bothWays(factor, offset, "\(from) in \(to)", "\(to) in \(from)")
    }

  private static func bothWays(
    _ factor: Double, _ offset: Double, _ words: String, _ back: String
  ) -> [UnitChange] {
    [
      UnitChange(factor: factor, offset: offset, words: words),
      UnitChange(factor: 1 / factor, offset: -offset / factor, words: back),
    ]
  }

  private static let powersOfTen: [(factor: Double, name: String, example: (String, String)?)] = [
    (10, "10", nil), (100, "100", ("shares", "percent")), (1000, "1000", nil),
    (1e6, "1 000 000", nil),
    (10_000, "10 000", nil), (100_000, "100 000", nil), (1e9, "10^9", nil),
  ]

  private static let units: [(from: String, to: String, factor: Double, offset: Double)] = [
    ("degrees Celsius", "degrees Fahrenheit", 1.8, 32),
    ("inches", "centimetres", 2.54, 0),
    ("kilograms", "pounds", 2.204_622_6, 0),
    ("miles", "kilometres", 1.609_344, 0),
    ("metres", "feet", 3.280_839_9, 0),
    ("hours", "minutes", 60, 0),
    ("feet", "inches", 12, 0),
    ("degrees Celsius", "kelvins", 1, 273.15),
    ("inches", "millimetres", 25.4, 0),
    ("feet", "centimetres", 30.48, 0),
    ("metres a second", "kilometres an hour", 3.6, 0),
    ("hours", "seconds", 3600, 0),
    ("days", "hours", 24, 0),
    ("knots", "kilometres an hour", 1.852, 0),
    ("pounds", "grams", 453.592_37, 0),
    ("ounces", "grams", 28.349_523, 0),
    ("radians", "degrees", 57.295_78, 0),
    ("inches of mercury", "hectopascals", 33.863_89, 0),
    ("mmol/l of glucose", "mg/dl", 18.018_2, 0),
    ("days", "seconds", 86_400, 0),
  ]
}
