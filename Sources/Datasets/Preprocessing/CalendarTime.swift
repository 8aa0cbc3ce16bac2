/// A date, with or without a time of day, as it stands in a cell.
///
/// The forms are those of ISO 8601: `2024-05-01`, `20240501`, `2024-05`, also with slashes; behind a
/// whole date `T` or a space and `13:45`, `13:45:10.5`, `1345` or `134510`; behind a time `Z`, `+02:00`,
/// `+0200` or `+02`. Dates whose order of day and month would be a guess are no form.
package struct CalendarTime: Equatable {
  var year: Int
  var month: Int
  var day: Int
  var hour = 0
  var minute = 0
  var second = 0.0
  /// Minutes that the clock is ahead of UTC.
  var offset = 0

  /// Reads a cell; nil for what is none of the forms, and for a day or time that there is not.
  package init?(_ text: String) {
    var rest = Digits(text)
    guard let (year, month, day, isWhole) = rest.date() else { return nil }
    self.year = year
    self.month = month
    self.day = day
    guard !rest.isAtEnd else { return }
    guard isWhole, rest.take("T") || rest.take("t") || rest.take(" "), let time = rest.time(),
      let offset = rest.offset(), rest.isAtEnd
    else { return nil }
    (hour, minute, second) = time
    self.offset = offset
  }

  /// A part as a number; the parts of the day and the calendar are those that the cell spells.
  subscript(part: DatePart) -> Double {
    switch part {
    case .time:
      Double(dayNumber) + (Double(hour * 3600 + (minute - offset) * 60) + second) / 86_400
    case .year: Double(year)
    case .yearday: Double(dayNumber - Self.dayNumber(year, 1, 1) + 1)
    case .month: Double(month)
    case .day: Double(day)
    // 1970 began on a Thursday.
    case .weekday: Double(((dayNumber + 3) % 7 + 7) % 7 + 1)
    case .hour: Double(hour)
    case .minute: Double(minute)
    case .second: second
    }
  }

  private var dayNumber: Int { Self.dayNumber(year, month, day) }

  /// The days from 1970 to a day of the Gregorian calendar.
  ///
  /// Years are counted from March on, so that the day that comes and goes is the last one.
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let months = (month + 9) % 12
    // 400 years on, so that no division is of a negative number.
    let years = year + 400 - (month < 3 ? 1 : 0)
    let daysOfMonths = (153 * months + 2) / 5
    return 365 * years + years / 4 - years / 100 + years / 400 + daysOfMonths + day - 1 - 865_565
  }

  /// The number of days of a month.
  fileprivate static func days(of month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}

/// The bytes of a cell, taken from the front.
private struct Digits {
  private var bytes: [UInt8]
  private var place = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    while !isAtEnd, bytes[place] == UInt8(ascii: " ") { place += 1 }
  }

  var isAtEnd: Bool { place == bytes.count }

  /// Takes a character, if it is the next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard !isAtEnd, bytes[place] == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  /// Takes a number of exactly so many digits that is in a range.
  private mutating func number(_ digits: Int, in range: ClosedRange<Int>) -> Int? {
    guard place + digits <= bytes.count else { return nil }
    var number = 0
    for byte in bytes[place..<(place + digits)] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = 10 * number + Int(byte - UInt8(ascii: "0"))
    }
    guard range.contains(number) else { return nil }
    place += digits
    return number
  }

  mutating func date() -> (year: Int, month: Int, day: Int, isWhole: Bool)? {
    guard let year = number(4, in: 0...9999) else { return nil }
    let separator = ["-", "/"].first { take($0) } as Unicode.Scalar?
    guard let month = number(2, in: 1...12) else { return nil }
    if let separator {
      if isAtEnd { return (year, month, 1, false) }
      guard take(separator) else { return nil }
    }
    guard let day = number(2, in: 1...CalendarTime.days(of: month, in: year)) else { return nil }
    return (year, month, day, true)
  }

  mutating func time() -> (hour: Int, minute: Int, second: Double)? {
    guard let hour = number(2, in: 0...23) else { return nil }
    let hasColons = take(":")
    guard let minute = number(2, in: 0...59) else { return nil }
    guard hasColons ? take(":") : startsWithDigit else { return (hour, minute, 0) }
    // A leap second is the sixtieth.
    guard let second = number(2, in: 0...60) else { return nil }
    guard take(".") || take(",") else { return (hour, minute, Double(second)) }
    guard startsWithDigit else { return nil }
    var unit = 1.0
    var fraction = 0.0
    while startsWithDigit {
      unit /= 10
      fraction += Double(bytes[place] - UInt8(ascii: "0")) * unit
      place += 1
    }
    return (hour, minute, Double(second) + fraction)
  }

  /// Takes an offset to UTC; none is 0.
  mutating func offset() -> Int? {
    if isAtEnd || take("Z") || take("z") { return 0 }
    _ = take(" ")
    let isBehind = take("-")
    guard isBehind || take("+"), let hours = number(2, in: 0...23) else { return nil }
    guard !isAtEnd else { return (isBehind ? -60 : 60) * hours }
    _ = take(":")
    guard let minutes = number(2, in: 0...59) else { return nil }
    return (isBehind ? -1 : 1) * (60 * hours + minutes)
  }

  private var startsWithDigit: Bool {
    !isAtEnd && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place])
  }
}
