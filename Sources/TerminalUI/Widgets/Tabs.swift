/// Names of which one is chosen: `[inputs] hidden logits`.
public struct Tabs: Widget {
  /// The names.
  public var names: [String]
  /// The chosen one's index.
  public var selected: Int

  /// A row of tabs.
  public init(names: [String], selected: Int) {
    self.names = names
    self.selected = selected
  }

  /// The names as pieces of a line or of a panel's border; brackets show the choice without colour.
  public func spans(theme: Theme) -> [Span] {
    names.enumerated().map { index, name in
      let gap = index > 0 ? " " : ""
      return index == selected
        ? Span("\(gap)[\(name)]", style: theme[.accent].adding(.bold))
        : Span(gap + name, style: theme[.muted])
    }
  }

  /// Draws the names in the first row of the area, from the first on that lets the chosen one be seen.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    var spans = spans(theme: theme)
    var chosen = max(0, min(selected, names.count - 1))
    while chosen > 0, spans.prefix(chosen + 1).displayWidth > area.width {
      spans.removeFirst()
      chosen -= 1
    }
    screen.put(spans, at: area.origin, maximumWidth: area.width, ellipsis: glyphs.ellipsis)
  }
}
