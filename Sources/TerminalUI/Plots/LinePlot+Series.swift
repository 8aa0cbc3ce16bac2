extension LinePlot {
  /// A curve and how it is drawn.
  public struct Series: Sendable, Hashable {
    /// The name, written beside the curve's end.
    public var name: String
    /// What is drawn.
    public var bins: [CurveBin]
    /// The role that gives the colour.
    public var role: ThemeRole
    /// Which curve gives a cell its colour where several cross: the highest.
    public var priority: Int

    /// A curve to draw.
    public init(name: String, curve: Curve, role: ThemeRole, priority: Int = 0) {
      self.init(name: name, bins: curve.bins, role: role, priority: priority)
    }

    /// A curve to draw, already binned.
    public init(name: String, bins: [CurveBin], role: ThemeRole, priority: Int = 0) {
      self.name = name
      self.bins = bins
      self.role = role
      self.priority = priority
    }
  }

  /// A curve's name and value for a panel's border, with the curve's mark where colours do not show.
  ///
  /// - Parameters:
  ///   - name: The curve's name.
  ///   - value: Its value, as it is written.
  ///   - role: Its role.
  ///   - priority: How long it stays when there is too little room.
  ///   - theme: The styles.
  ///   - glyphs: The terminal's glyphs.
  /// - Returns: The piece of the border.
  public static func legendItem(
    name: String, value: String, role: ThemeRole, priority: Int = 0, theme: Theme,
    glyphs: GlyphSet
  ) -> LegendItem {
    let mark = glyphs == .ascii ? "\(Character(mark(of: role))) " : ""
    return LegendItem(
      [
        Span("\(mark)\(name) ", style: theme[role]),
        Span(value, style: theme[role].adding(.bold)),
      ], priority: priority)
  }

  /// The glyph of a split where there are neither dots nor colours.
  static func mark(of role: ThemeRole) -> Unicode.Scalar {
    switch role {
    case .train, .trainFill: "*"
    case .validation, .validationFill: "o"
    case .test, .testFill: "+"
    case .source, .sourceFill: "x"
    case .ghost: "."
    default: "#"
    }
  }
}
