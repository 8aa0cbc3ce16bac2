import TerminalUI

/// Where everything stands on a screen of a given size.
struct ScreenLayout: Equatable {
  /// How much of the dashboard there is room for.
  enum Kind: Equatable {
    /// All panels.
    case wide
    /// The curves and one panel below them.
    case tabbed
    /// One panel.
    case single
    /// No panel, numbers as text.
    case text
  }

  /// A panel and its place.
  struct Place: Equatable {
    var panel: PanelKind
    var area: Rect
  }

  /// How much there is room for.
  let kind: Kind

  /// The row with the name, the state and the progress.
  let header: Rect

  /// The panels that are seen.
  let places: [Place]

  /// The row with the numbers of the model.
  let status: Rect

  /// The rows for a sentence.
  let message: Rect

  /// The row with the keys.
  let hints: Rect

  /// Where something may lie over the panels.
  let body: Rect

  init(size: Size, focus: PanelKind, lower: PanelKind, isFullScreen: Bool) {
    kind = Self.kind(of: size)
    let all = Rect(size)
    let rest: Rect
    let below: Rect
    (header, rest) = all.splitTop(kind == .text ? 0 : 1)
    // The sentence may be long where there is height for it.
    let heights =
      switch kind {
      case .wide: [1, size.height >= 44 && size.width < 160 ? 2 : 1, 1]
      case .tabbed: [1, 1, 1]
      case .single:
        [size.height >= 8 ? 1 : 0, size.height >= 10 ? 1 : 0, size.height >= 10 ? 1 : 0]
      case .text: [0, 0, 0]
      }
    (body, below) = rest.splitBottom(heights.reduce(0, +))
    let rows = below.rows(heights.map(Length.fixed))
    (status, message, hints) = (rows[0], rows[1], rows[2])
    places =
      isFullScreen && kind != .text
      ? [Place(panel: focus, area: body)]
      : Self.places(of: kind, in: body, focus: focus, lower: lower)
  }

  private static func kind(of size: Size) -> Kind {
    if size.width >= 100, size.height >= 30 { return .wide }
    if size.width >= 60, size.height >= 16 { return .tabbed }
    if size.width >= 20, size.height >= 6 { return .single }
    return .text
  }

  private static func places(
    of kind: Kind, in body: Rect, focus: PanelKind, lower: PanelKind
  ) -> [Place] {
    switch kind {
    case .text: return []
    case .single: return [Place(panel: focus, area: body)]
    case .tabbed:
      let (curves, rest) = body.splitTop((body.height + 1) / 2)
      return places([.loss, .score], in: curves.columns([.flexible, .flexible]))
        + [Place(panel: lower, area: rest)]
    case .wide:
      let (curves, rest) = body.splitTop(body.height * 47 / 100)
      let columns = rest.columns([
        .flexible(weight: 3, minimum: 44), .flexible(weight: 2, minimum: 30),
        .fixed(min(36, 28 + (rest.width - 100) / 12)),
      ])
      return places([.loss, .score], in: curves.columns([.flexible, .flexible]))
        + places([.distribution, .features, .settings], in: columns)
    }
  }

  private static func places(_ panels: [PanelKind], in areas: [Rect]) -> [Place] {
    zip(panels, areas).map(Place.init)
  }
}
