import ArgumentParser

/// Where scaled inputs are cut: at some deviations, or nowhere.
enum Clip: Equatable, Sendable {
  case deviations(Double)
  case none

  /// The limit, or `nil` when nothing is cut.
  var limit: Double? {
    switch self {
    case .deviations(let limit): limit
    case .none: nil
    }
  }

  /// Reads `none` or a number above 0.
  init(parsing text: String) throws {
    if text == "none" {
      self = .none
    } else if let limit = Double(text), limit.isFinite, limit > 0 {
      self = .deviations(limit)
    } else {
      throw ValidationError("it must be none, or a number of deviations above 0")
    }
  }
}
