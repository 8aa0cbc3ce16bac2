/// The panels of the screen, in the order in which tab goes through them.
enum PanelKind: Sendable, Equatable, CaseIterable {
  case loss, score, distribution, features, settings

  /// Whether it is one of those below the curves.
  var isLower: Bool { self != .loss && self != .score }

  /// The panels below the curves.
  static let lower = allCases.filter(\.isLower)

  /// What the panel is called among others.
  var title: String {
    switch self {
    case .loss: "loss"
    case .score: "score"
    case .distribution: "histograms"
    case .features: "features"
    case .settings: "settings"
    }
  }

  /// The panel after this one; after the last the first.
  var next: PanelKind { moved(by: 1) }

  /// The panel before this one.
  var previous: PanelKind { moved(by: -1) }

  private func moved(by steps: Int) -> PanelKind {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + steps + all.count) % all.count]
  }
}
