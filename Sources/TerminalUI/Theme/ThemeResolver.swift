/// Turns the names of colours into colours, from the oldest ancestor down to the theme itself.
///
/// Palettes are joined first: a theme that only gives a palette recolours all that it inherits.
struct ThemeResolver {
  private(set) var styles: [ThemeRole: Style] = [:]
  private(set) var warnings: [ThemeWarning] = []
  private var palette: [String: Colour] = [:]

  init(_ sources: [ThemeSource]) {
    for (name, placed) in sources.flatMap({ $0.palette.sorted { $0.key < $1.key } }) {
      if let colour = Colour(name: placed.value) {
        palette[name] = colour
      } else {
        warnings.append(
          placed.warning("\"\(placed.value)\" is no colour; write #rrggbb, ansi:0-15 or a name"))
      }
    }
    for source in sources {
      for role in ThemeRole.allCases {
        guard let placed = source.roles[role] else { continue }
        if let style = style(placed) { styles[role] = style }
      }
    }
  }

  private mutating func style(_ placed: ThemeSource.Placed<ThemeSource.RoleEntry>) -> Style? {
    let entry = placed.value
    func part(_ name: String?) -> ThemeSource.Placed<String>? {
      name.map { ThemeSource.Placed(value: $0, text: placed.text, key: placed.key) }
    }
    var style = Style(attributes: entry.attributes)
    if let foreground = part(entry.foreground) {
      guard let colour = colour(foreground) else { return nil }
      style.foreground = colour
    }
    if let background = part(entry.background) {
      guard let colour = colour(background) else { return nil }
      style.background = colour
    }
    return style
  }

  private mutating func colour(_ placed: ThemeSource.Placed<String>) -> Colour? {
    if let colour = palette[placed.value] ?? Colour(name: placed.value) { return colour }
    warnings.append(
      placed.warning("no colour is called \"\(placed.value)\"; the role it falls back to is used"))
    return nil
  }
}
