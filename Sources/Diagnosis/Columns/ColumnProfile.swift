import Datasets
import Shift

/// What checks want to know about the cells of a column.
enum ColumnProfile: Sendable {
  case numeric(NumericProfile)
  case categorical(CategoricalProfile)

  init(_ column: Column) {
    switch column {
    case .numeric(let values): self = .numeric(NumericProfile(values))
    case .categorical(let column): self = .categorical(CategoricalProfile(column))
    }
  }

  /// The cells that hold a value.
  var present: Int {
    switch self {
    case .numeric(let profile): profile.present
    case .categorical(let profile): profile.present
    }
  }

  /// The cells that do not.
  var missing: Int {
    switch self {
    case .numeric(let profile): profile.missing
    case .categorical(let profile): profile.missing
    }
  }

  /// The share of missing cells.
  var missingShare: Double {
    let count = present + missing
    return count > 0 ? Double(missing) / Double(count) : 0
  }

  /// The only value, spelled; `nil` when there are several, or none.
  var onlyValue: String? {
    switch self {
    case .numeric(let profile):
      profile.present > 0 && profile.minimum == profile.maximum
        ? number(profile.minimum) : nil
    case .categorical(let profile):
      profile.levels.count == 1 ? profile.levels[0].text.quotedForMessage : nil
    }
  }

  /// The share of its most frequent value, among those drawn of numbers.
  var largestShare: Double {
    switch self {
    case .numeric(let profile): profile.largestShare
    case .categorical(let profile):
      profile.present > 0
        ? Double(profile.levels.map(\.count).max() ?? 0) / Double(profile.present) : 0
    }
  }

  /// The chance that two rows hold the same.
  var collision: Double {
    switch self {
    case .numeric(let profile): profile.collision
    case .categorical(let profile): profile.collision
    }
  }
}
