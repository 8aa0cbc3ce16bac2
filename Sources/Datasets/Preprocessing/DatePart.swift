/// What of a date or a time becomes inputs.
public enum DatePart: String, Sendable, CaseIterable, Codable {
  /// Days since the beginning of 1970, with the part of the day, in UTC where the cell names an offset.
  case time
  /// The year, as a number.
  case year
  /// The day of the year, 1 to 366.
  case yearday
  /// The month, 1 to 12.
  case month
  /// The day of the month, 1 to 31.
  case day
  /// The day of the week, 1 for Monday.
  case weekday
  /// The hour, 0 to 23.
  case hour
  /// The minute, 0 to 59.
  case minute
  /// The second, 0 to 60.
  case second

  /// The parts that are made of a date when none are named: those that do not follow from others.
  static let usual: [DatePart] = [.year, .month, .day, .weekday, .hour, .minute, .second]

  /// After how many it begins anew, and where it begins; nil for one that goes on and on.
  ///
  /// Such a part k becomes `sin(2 pi (k - first) / period)` and `cos` of the same, so that December is
  /// next to January.
  var cycle: (first: Double, period: Double)? {
    switch self {
    case .time, .year: nil
    case .yearday: (1, 365.25)
    case .month: (1, 12)
    case .day: (1, 31)
    case .weekday: (1, 7)
    case .hour: (0, 24)
    case .minute, .second: (0, 60)
    }
  }
}
