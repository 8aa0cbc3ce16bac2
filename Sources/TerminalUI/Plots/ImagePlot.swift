/// Numbers as an image in the middle of an area: two pixels to a cell, one above the other, as large as
/// fits.
///
/// An image is enlarged by a whole number, so that pixels are of one size; from three dots a pixel on by
/// any, where one dot more or less is not seen. Where colours cannot be mixed a dot is two glyphs wide. An
/// image that is too large is made smaller; every dot then shows the mean of the pixels that it covers.
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

  /// Whether a cell is two dots in colours of their own, one above the other; else it is half a dot wide.
  static func isMixed(theme: Theme, glyphs: GlyphSet) -> Bool {
    theme.hasShades && glyphs.isUnicode
  }

  /// The dots of a pixel's side in an area; below 1 where an image is made smaller.
  public static func scale(
    of size: Size, in area: Size, theme: Theme, glyphs: GlyphSet
  ) -> Double {
    guard size.width > 0, size.height > 0, area.width > 0, area.height > 0 else { return 0 }
    let isMixed = isMixed(theme: theme, glyphs: glyphs)
    let (across, down) = isMixed ? (area.width, 2 * area.height) : (area.width / 2, area.height)
    let fit = min(Double(across) / Double(size.width), Double(down) / Double(size.height))
    return fit < 1 || fit >= 3 ? fit : fit.rounded(.down)
  }

  private static func dots(of size: Size, in area: Size, theme: Theme, glyphs: GlyphSet) -> Size {
    let scale = scale(of: size, in: area, theme: theme, glyphs: glyphs)
    return Size(
      width: Int((Double(size.width) * scale).rounded()),
      height: Int((Double(size.height) * scale).rounded()))
  }

  /// The cells that an image takes in an area.
  public static func cells(of size: Size, in area: Size, theme: Theme, glyphs: GlyphSet) -> Size {
    let dots = dots(of: size, in: area, theme: theme, glyphs: glyphs)
    return isMixed(theme: theme, glyphs: glyphs)
      ? Size(width: dots.width, height: (dots.height + 1) / 2)
      : Size(width: 2 * dots.width, height: dots.height)
  }

  /// Draws into the middle of the area.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty, size.width > 0, size.height > 0, values.count >= size.width * size.height
    else { return }
    let cells = ImagePlot.cells(of: size, in: area.size, theme: theme, glyphs: glyphs)
    let dots = ImagePlot.dots(of: size, in: area.size, theme: theme, glyphs: glyphs)
    let isMixed = ImagePlot.isMixed(theme: theme, glyphs: glyphs)
    let corner = Point(
      x: area.x + (area.width - cells.width) / 2, y: area.y + (area.height - cells.height) / 2)
    for y in 0..<cells.height {
      for x in 0..<dots.width {
        let place = Point(x: corner.x + x * (isMixed ? 1 : 2), y: corner.y + y)
        if isMixed {
          // The last half row of an image of odd height is empty.
          let pair = [2 * y, 2 * y + 1].map { row in
            row < dots.height ? colour(column: x, row: row, of: dots, theme) : nil
          }
          put(pair[0], above: pair[1], at: place, into: &screen, theme: theme)
        } else {
          putGlyphs(
            at: place, column: x, row: y, of: dots, into: &screen, theme: theme, glyphs: glyphs)
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

  /// The colour of a dot; a frame marks the selected pixel.
  private func colour(column: Int, row: Int, of dots: Size, _ theme: Theme) -> Colour? {
    if isFrame(column: column, row: row, of: dots) { return theme.colour(.accent) }
    let value = mean(column: column, row: row, of: dots)
    return value.isFinite ? ramp.colour(of: value, theme: theme) : nil
  }

  /// Whether a dot belongs to the frame: the pixel's own outer dots where it has others, else those around
  /// it, so that its colour is seen in any case.
  private func isFrame(column: Int, row: Int, of dots: Size) -> Bool {
    guard selected != nil else { return false }
    let sides = markedSides(column: column, row: row, of: dots)
    if dots.width >= 3 * size.width { return sides?.contains(true) ?? false }
    return sides == nil
      && (-1...1).contains { down in
        (-1...1).contains { across in
          markedSides(column: column + across, row: row + down, of: dots) != nil
        }
      }
  }

  /// Whether a dot of the marked pixel lies at its left, right, upper and lower side; `nil` elsewhere.
  private func markedSides(column: Int, row: Int, of dots: Size) -> [Bool]? {
    guard let selected else { return nil }
    func isMarked(_ column: Int, _ row: Int) -> Bool {
      guard (0..<dots.width).contains(column), (0..<dots.height).contains(row) else { return false }
      let (across, down) = box(column: column, row: row, of: dots)
      return across.contains(selected % size.width) && down.contains(selected / size.width)
    }
    guard isMarked(column, row) else { return nil }
    return [(-1, 0), (1, 0), (0, -1), (0, 1)].map { !isMarked(column + $0.0, row + $0.1) }
  }

  /// Two glyphs of a dot; brackets mark the selected pixel.
  private func putGlyphs(
    at place: Point, column: Int, row: Int, of dots: Size, into screen: inout Screen,
    theme: Theme, glyphs: GlyphSet
  ) {
    let value = mean(column: column, row: row, of: dots)
    guard value.isFinite else { return }
    let cell = ramp.cell(of: value, theme: theme, glyphs: glyphs)
    for offset in 0..<2 { screen[place.x + offset, place.y] = cell }
    guard let sides = markedSides(column: column, row: row, of: dots) else { return }
    if sides[0] { screen[place] = Cell("[", style: theme[.accent]) }
    if sides[1] { screen[place.x + 1, place.y] = Cell("]", style: theme[.accent]) }
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
