extension Theme {
  /// This theme as a terminal of the given depth shows it.
  ///
  /// Without colours, roles differ by attributes and the widgets by patterns: see
  /// ``Theme/isMonochrome``. All other depths keep the theme's colours; the terminal finds the
  /// nearest. Among sixteen there is none between two of them.
  public func adapted(to depth: ColourDepth) -> Theme {
    guard depth != .monochrome else { return monochrome }
    var theme = self
    if depth == .colours16 { theme.hasShades = false }
    return theme
  }

  /// This theme without colours.
  public var monochrome: Theme {
    var styles: [ThemeRole: Style] = [:]
    for role in ThemeRole.allCases {
      var attributes = self[role].attributes.subtracting([.reverse])
      switch role {
      case .selection: attributes = .reverse
      case .title, .value, .test, .on, .bad, .keyHintKey: attributes.formUnion(.bold)
      case .muted, .ghost, .border, .off, .keyHint: attributes.formUnion(.dim)
      default: break
      }
      styles[role] = Style(attributes: attributes)
    }
    return Theme(name: name, styles: styles)
  }
}
