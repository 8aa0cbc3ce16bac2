/// A piece of a panel's border: a name with its value, a hint, a state.
public struct LegendItem: Sendable, Hashable {
  /// The text, usually a name in one style and a value in another.
  public var spans: [Span]
  /// How long it stays when there is too little room: the lowest goes first.
  public var priority: Int

  /// A piece of a border.
  public init(_ spans: [Span], priority: Int = 0) {
    self.spans = spans
    self.priority = priority
  }

  /// A piece of a border in one style.
  public init(_ text: String, style: Style, priority: Int = 0) {
    self.init([Span(text, style: style)], priority: priority)
  }

  /// The columns it takes.
  public var width: Int { spans.displayWidth }

  /// The items that fit into `room` columns with `gap` columns between them, in their order.
  ///
  /// While they do not fit, the one of the lowest priority is left out; of equal ones the last.
  public static func fitting(_ items: [LegendItem], into room: Int, gap: Int) -> [LegendItem] {
    var kept = items.filter { $0.width > 0 }
    while !kept.isEmpty, kept.totalWidth(gap: gap) > room {
      let lowest = kept.map(\.priority).min() ?? 0
      guard let index = kept.lastIndex(where: { $0.priority == lowest }) else { break }
      kept.remove(at: index)
    }
    return kept
  }
}

extension [LegendItem] {
  /// The columns that the items take with `gap` columns between them.
  public func totalWidth(gap: Int) -> Int {
    reduce(0) { $0 + $1.width } + gap * Swift.max(0, count - 1)
  }
}
