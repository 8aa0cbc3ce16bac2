/// How bad a finding is.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Training is refused, or what comes out of it means nothing.
  case error

  /// Training goes on, and the result is probably worse than it could be, or looks better than it
  /// is.
  case warning

  /// Worth knowing; it does no harm by itself.
  case note

  /// The worse one comes first.
  public static func < (first: Severity, second: Severity) -> Bool { first.rank < second.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}
