/// A line of keys and what they do; what does not fit is left out, the least important first.
public struct KeyHints: Widget {
  /// A key, or several, and what it does.
  public struct Hint: Sendable, Hashable {
    /// The names of the keys.
    public var keys: String
    /// What they do.
    public var does: String
    /// How long the hint stays when there is too little room: the lowest goes first.
    public var priority: Int

    /// A hint.
    public init(_ keys: String, _ does: String, priority: Int = 0) {
      self.keys = keys
      self.does = does
      self.priority = priority
    }

    /// The hint as a piece of a panel's border.
    public func item(theme: Theme) -> LegendItem {
      LegendItem(
        [
          Span(keys, style: theme[.keyHintKey]), Span(" \(does)", style: theme[.keyHint]),
        ], priority: priority)
    }
  }

  /// The hints in the order in which they are shown.
  public var hints: [Hint]

  /// A line of hints.
  public init(_ hints: [Hint]) { self.hints = hints }

  /// Draws the hints in the first row of the area.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    let items = hints.map { $0.item(theme: theme) }
    var x = area.x
    for item in LegendItem.fitting(items, into: area.width, gap: 2) {
      x += screen.put(item.spans, at: Point(x: x, y: area.y), maximumWidth: area.maxX - x) + 2
    }
  }
}
