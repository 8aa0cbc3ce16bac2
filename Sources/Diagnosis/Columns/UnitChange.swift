import Foundation

/// A change of units, `y = factor * x + offset`.
struct UnitChange {
  let factor: Double
  let offset: Double

  /// What changes into what, as a message says it.
  let words: String

  init(_ factor: Double, plus offset: Double = 0, _ words: String) {
    self.factor = factor
    self.offset = offset
    self.words = words
  }

  /// The change back.
  private func inverted(_ words: String) -> UnitChange {
    UnitChange(1 / factor, plus: -offset / factor, words)
  }

  /// Every change that is looked for, both ways; of equal ones the more usual comes first.
  static let all: [UnitChange] = known.flatMap { change, back in [change, change.inverted(back)] }

  private static let known: [(UnitChange, String)] = [
    (UnitChange(10, "a factor of 10"), "a factor of 1/10"),
    (
      UnitChange(100, "a factor of 100, as of shares in percent"),
      "a factor of 1/100, as of percent in shares"
    ),
    (UnitChange(1000, "a factor of 1000"), "a factor of 1/1000"),
    (UnitChange(10_000, "a factor of 10 000"), "a factor of 1/10 000"),
    (UnitChange(100_000, "a factor of 100 000"), "a factor of 1/100 000"),
    (UnitChange(1e6, "a factor of 1 000 000"), "a factor of 1/1 000 000"),
    (UnitChange(1e9, "a factor of 10^9"), "a factor of 10^-9"),
    (UnitChange(1.8, plus: 32, "degrees Celsius in Fahrenheit"), "degrees Fahrenheit in Celsius"),
    (UnitChange(1, plus: 273.15, "degrees Celsius in kelvins"), "kelvins in degrees Celsius"),
    (UnitChange(2.54, "inches in centimetres"), "centimetres in inches"),
    (UnitChange(25.4, "inches in millimetres"), "millimetres in inches"),
    (UnitChange(30.48, "feet in centimetres"), "centimetres in feet"),
    (UnitChange(12, "feet in inches"), "inches in feet"),
    (UnitChange(3.280_84, "metres in feet"), "feet in metres"),
    (UnitChange(1.609_344, "miles in kilometres"), "kilometres in miles"),
    (UnitChange(1.852, "knots in kilometres an hour"), "kilometres an hour in knots"),
    (
      UnitChange(3.6, "metres a second in kilometres an hour"),
      "kilometres an hour in metres a second"
    ),
    (UnitChange(2.204_62, "kilograms in pounds"), "pounds in kilograms"),
    (UnitChange(28.3495, "ounces in grams"), "grams in ounces"),
    (UnitChange(453.592, "pounds in grams"), "grams in pounds"),
    (UnitChange(33.8639, "inches of mercury in hectopascals"), "hectopascals in inches of mercury"),
    (UnitChange(18.0182, "mmol/l of glucose in mg/dl"), "mg/dl of glucose in mmol/l"),
    (UnitChange(57.2958, "radians in degrees"), "degrees in radians"),
    (
      UnitChange(60, "a factor of 60, as of hours in minutes"),
      "a factor of 1/60, as of minutes in hours"
    ),
    (UnitChange(3600, "hours in seconds"), "seconds in hours"),
    (UnitChange(24, "days in hours"), "hours in days"),
    (UnitChange(86_400, "days in seconds"), "seconds in days"),
  ]

  /// How large the change is, on a scale of logarithms; that of an offset alone counts by its
  /// spread.
  var size: Double { abs(log(abs(factor))) }

  /// A value in the new unit.
  func callAsFunction(_ value: Double) -> Double { factor * value + offset }
}
