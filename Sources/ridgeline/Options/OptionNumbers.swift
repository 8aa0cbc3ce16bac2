import ArgumentParser
import Foundation
import Runs

/// Reads a finite number within a range; the error says the range in words.
///
/// - Parameters:
///   - words: The range as the error names it, such as `0 or more`.
///   - isAllowed: Whether a number lies within it.
/// - Returns: What ArgumentParser calls with the text of an option.
func number(
  _ words: String, where isAllowed: @escaping @Sendable (Double) -> Bool
) -> @Sendable (String) throws -> Double {
  { text in
    guard let value = Double(text), value.isFinite, isAllowed(value) else {
      throw ValidationError("it must be a number, \(words)")
    }
    return value
  }
}

/// Reads a whole number of at least `lowest`.
///
/// - Returns: What ArgumentParser calls with the text of an option.
func wholeNumber(atLeast lowest: Int) -> @Sendable (String) throws -> Int {
  { text in
    // A billion of anything is out of reach, and sums of two such numbers stay far from overflow.
    guard let value = Int(text), (lowest...1_000_000_000).contains(value) else {
      throw ValidationError("it must be a whole number from \(lowest) to a billion")
    }
    return value
  }
}

/// Reads a seed.
func parseSeed(_ text: String) throws -> UInt64 {
  guard let seed = UInt64(text) else {
    throw ValidationError("it must be a whole number from 0 to \(UInt64.max)")
  }
  return seed
}

/// Reads a list of names with a number each, such as `yes=3,no=1`; a name that holds a comma stands in
/// double quotes, together with its number.
///
/// - Parameters:
///   - text: The list.
///   - words: What the error says that an element has to be.
///   - isAllowed: Whether a number lies within its range.
/// - Returns: The numbers by name.
/// - Throws: A usage error for what is no such list.
func namedNumbers(
  _ text: String, of words: String, where isAllowed: (Double) -> Bool
) throws -> [String: Double] {
  var numbers: [String: Double] = [:]
  for element in ColumnList(argument: text)?.names ?? [""] {
    // A name may hold the sign too; a number does not.
    guard let sign = element.lastIndex(of: "="), sign > element.startIndex,
      let value = Double(element[element.index(after: sign)...]), value.isFinite,
      isAllowed(value), numbers.updateValue(value, forKey: String(element[..<sign])) == nil
    else { throw ValidationError("it must be \(words), once each, such as a=1,b=2") }
  }
  return numbers
}

/// Reads a pace: `max`, or epochs a second.
func parsePace(_ text: String) throws -> Pace {
  if text == "max" { return .maximum }
  guard let rate = Double(text), rate.isFinite, rate > 0 else {
    throw ValidationError("it must be max, or the most epochs a second, above 0")
  }
  return .epochsPerSecond(rate)
}
