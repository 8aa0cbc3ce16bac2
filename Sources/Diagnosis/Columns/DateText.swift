import Datasets
import Foundation
import Shift

/// Dates and times as they are written in tables.
enum DateText {
  /// The share of cells that have to be dates.
  private static let share = 0.9

  /// Whether the cells of a column are dates or times.
  static func isColumnOfDates(_ profile: CategoricalProfile) -> Bool {
    guard profile.levels.count > 1 else { return false }
    // Most columns hold no date at all, and a few levels tell it.
    func drawn(_ limit: Int) -> [CategoricalProfile.Level] {
      RowDraw.rows(of: profile.levels.count, limit: limit).map { profile.levels[$0] }
    }
    guard drawn(10).contains(where: { matches($0.text) }) else { return false }
    let levels = drawn(1000)
    let dates = levels.reduce(0) { $0 + (matches($1.text) ? $1.count : 0) }
    return Double(dates) >= share * Double(levels.reduce(0) { $0 + $1.count })
  }

  /// Whether whole numbers are all dates written as 20240131.
  static func isColumnOfDates(_ profile: NumericProfile) -> Bool {
    guard profile.isWhole, profile.present > 1, profile.minimum >= 19_000_101,
      profile.maximum <= 21_001_231
    else { return false }
    return profile.sample.values.allSatisfy { CalendarTime(number($0)) != nil }
  }

  private static let month =
    "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
  private static let time =
    #"([ T]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[ap]m)?( ?(z|utc|[+-]\d{2}:?\d{2}))?)?"#

  private static let patterns = [
    // 2024-01-31, 2024/1/31, 31.01.2024, 1/31/24, 2024-01
    #"^\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?\#(time)$"#,
    #"^\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})\#(time)$"#,
    // 31 Jan 2024, Jan 31, 2024, Jan-24
    #"^\d{1,2}[ -]\#(month)[ -,]*(\d{4}|\d{2})\#(time)$"#,
    #"^\#(month)[ -]\d{1,2}(,? ?\d{4})?\#(time)$"#,
    // 12:30, 12:30:05
    #"^\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[ap]m)?$"#,
  ]

  private static func matches(_ text: String) -> Bool {
    if CalendarTime(text) != nil { return true }
    let text = text.trimmed
    guard (4...40).contains(text.utf8.count), text.contains(where: \.isNumber) else { return false }
    return patterns.contains {
      text.range(of: $0, options: [.regularExpression, .caseInsensitive]) != nil
    }
  }
}
