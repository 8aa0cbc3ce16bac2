/// Numbers as an image: two pixels to a cell, one above the other, enlarged by a whole number.
///
/// Where colours cannot be mixed a pixel is two glyphs wide. An image that is too large is made smaller;
/// every dot then shows the mean of the pixels that it covers.
public struct ImagePlot: Widget {
  /// The pixels across and down.
  public var size: Size
  /// The numbers row by row; what is not finite is left blank.
  public var values: [Double]
  /// Their colours.
  public var ramp: ColourRamp
  /// The place of the pixel that is marked, if any.
  public var selected: Int?

  /// An image.
  public init(size: Size, values: [Double], ramp: ColourRamp, selected: Int? = nil) {
    self.size = size
    self.values = values
    self.ramp = ramp
    self.selected = selected
  }

  /// The dots of a cell of an image, across and down, as a share of a square dot.
  private static func dots(theme: Theme, glyphs: GlyphSet) -> (
    across: Int, down: Int, isMixed: Bool
  ) {
    theme.hasShades && glyphs.isUnicode ? (1, 2, true) : (2, 1, false)
  }

  /// How often an image is enlarged in an area; 0 where it is made smaller.
  public static func scale(of size: Size, in area: Size, theme: Theme, glyphs: GlyphSet) -> Int {
    let dots = dots(theme: theme, glyphs: glyphs)
    guard size.width > 0, size.height > 0 else { return 0 }
    return dots.isMixed
      ? min(area.width / size.width, 2 * area.height / size.height)
      : min(area.width / (2 * size.width), area.height / size.height)
  }

  /// The cells that an image takes in an area.
  public static func cells(of size: Size, in area: Size, theme: Theme, glyphs: GlyphSet) -> Size {
    let scale = scale(of: size, in: area, theme: theme, glyphs: glyphs)
    let isMixed = dots(theme: theme, glyphs: glyphs).isMixed
    guard scale > 0 else {
      // As large as fits, with the sides in proportion.
      let side = isMixed ? (1.0, 2.0) : (2.0, 1.0)
      let share = min(
        Double(area.width) / (Double(max(1, size.width)) * side.0),
        Double(area.height) * (isMixed ? 2 : 1) / Double(max(1, size.height)))
      return Size(
        width: min(area.width, Int((Double(size.width) * share * side.0).rounded())),
        height: min(
          area.height, Int((Double(size.height) * share / (isMixed ? 2 : 1)).rounded(.up))))
    }
    return isMixed
      ? Size(width: scale * size.width, height: (scale * size.height + 1) / 2)
      : Size(width: 2 * scale * size.width, height: scale * size.height)
  }

  /// Draws into the top left corner of the area.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty, size.width > 0, size.height > 0, values.count >= size.width * size.height
    else { return }
    let cells = ImagePlot.cells(of: size, in: area.size, theme: theme, glyphs: glyphs)
    let scale = ImagePlot.scale(of: size, in: area.size, theme: theme, glyphs: glyphs)
    let isMixed = ImagePlot.dots(theme: theme, glyphs: glyphs).isMixed
    let dots = Size(
      width: cells.width / (isMixed ? 1 : 2), height: cells.height * (isMixed ? 2 : 1))
    // The last half row of an image of odd height is empty.
    let rows = scale > 0 ? scale * size.height : dots.height
    guard dots.width > 0, rows > 0 else { return }
    for y in 0..<cells.height {
      for x in 0..<dots.width {
        let place = Point(x: area.x + x * (isMixed ? 1 : 2), y: area.y + y)
        if isMixed {
          let pair = [2 * y, 2 * y + 1].map { row in
            row < rows
              ? colour(column: x, row: row, of: Size(width: dots.width, height: rows), scale, theme)
              : nil
          }
          put(pair[0], above: pair[1], at: place, into: &screen, theme: theme)
        } else {
          putGlyphs(
            at: place, column: x, row: y, of: Size(width: dots.width, height: rows), scale,
            into: &screen, theme: theme, glyphs: glyphs)
        }
      }
    }
  }

  private func put(
    _ top: Colour?, above bottom: Colour?, at place: Point, into screen: inout Screen, theme: Theme
  ) {
    switch (top, bottom) {
    case (nil, nil): break
    case (let top?, nil):
      screen[place] = Cell("▀", style: Style(foreground: top, background: theme.canvas))
    case (let top, let bottom?):
      screen[place] = Cell(
        "▄", style: Style(foreground: bottom, background: top ?? theme.canvas))
    }
  }

  /// The colour of a dot; the marked pixel is framed where it is large enough, else filled.
  private func colour(
    column: Int, row: Int, of dots: Size, _ scale: Int, _ theme: Theme
  ) -> Colour? {
    if isMarked(column: column, row: row, of: dots, scale) { return theme.colour(.accent) }
    let value = mean(column: column, row: row, of: dots)
    return value.isFinite ? ramp.colour(of: value, theme: theme) : nil
  }

  private func isMarked(column: Int, row: Int, of dots: Size, _ scale: Int) -> Bool {
    guard let selected else { return false }
    let (across, down) = box(column: column, row: row, of: dots)
    guard across.contains(selected % size.width), down.contains(selected / size.width) else {
      return false
    }
    let sides = [column % max(1, scale), row % max(1, scale)]
    return scale < 3 || sides.contains(0) || sides.contains(scale - 1)
  }

  /// Two glyphs of a pixel; brackets mark the selected one.
  private func putGlyphs(
    at place: Point, column: Int, row: Int, of dots: Size, _ scale: Int,
    into screen: inout Screen, theme: Theme, glyphs: GlyphSet
  ) {
    let value = mean(column: column, row: row, of: dots)
    guard value.isFinite else { return }
    let cell = ramp.cell(of: value, theme: theme, glyphs: glyphs)
    for offset in 0..<2 { screen[place.x + offset, place.y] = cell }
    guard let selected else { return }
    let (across, down) = box(column: column, row: row, of: dots)
    guard across.contains(selected % size.width), down.contains(selected / size.width) else {
      return
    }
    if column % max(1, scale) == 0 { screen[place] = Cell("[", style: theme[.accent]) }
    if column % max(1, scale) == max(1, scale) - 1 {
      screen[place.x + 1, place.y] = Cell("]", style: theme[.accent])
    }
  }

  /// The pixels that a dot covers.
  private func box(column: Int, row: Int, of dots: Size) -> (across: Range<Int>, down: Range<Int>) {
    func covered(_ dot: Int, of dots: Int, _ pixels: Int) -> Range<Int> {
      let first = min(pixels - 1, dot * pixels / dots)
      return first..<max(first + 1, min(pixels, (dot + 1) * pixels / dots))
    }
    return (covered(column, of: dots.width, size.width), covered(row, of: dots.height, size.height))
  }

  private func mean(column: Int, row: Int, of dots: Size) -> Double {
    let (across, down) = box(column: column, row: row, of: dots)
    let covered = down.flatMap { y in across.map { values[y * size.width + $0] } }
      .filter(\.isFinite)
    return covered.isEmpty ? .nan : covered.reduce(0, +) / Double(covered.count)
  }
}
