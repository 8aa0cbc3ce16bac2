/// A style for every role.
public struct Theme: Sendable, Equatable {
  /// The name by which the theme is chosen.
  public let name: String
  /// Whether colours tell nothing apart, so that patterns and glyphs must.
  public let isMonochrome: Bool
  /// Whether colours between those of two roles can be shown; see ``mixed(_:_:_:)``.
  public internal(set) var hasShades: Bool
  private let styles: [ThemeRole: Style]

  /// A theme made from the styles of some roles.
  ///
  /// A role that is left out takes the style of the role it falls back to, in the end the terminal's
  /// own. A role without a background takes that of ``ThemeRole/background``.
  public init(name: String, styles given: [ThemeRole: Style]) {
    self.name = name
    let canvas = given[.background]?.background ?? .terminal
    var styles: [ThemeRole: Style] = [:]
    for role in ThemeRole.allCases {
      var source: ThemeRole? = role
      while let candidate = source, given[candidate] == nil { source = candidate.fallback }
      var style = source.flatMap { given[$0] } ?? .plain
      if style.background == .terminal { style.background = canvas }
      styles[role] = style
    }
    self.styles = styles
    if case .rgb = canvas { hasShades = true } else { hasShades = false }
    isMonochrome = styles.values.allSatisfy {
      $0.foreground == .terminal && $0.background == .terminal
    }
  }

  /// The style of a role.
  public subscript(role: ThemeRole) -> Style { styles[role] ?? .plain }

  /// The foreground colour of a role.
  public func colour(_ role: ThemeRole) -> Colour { self[role].foreground }
}
