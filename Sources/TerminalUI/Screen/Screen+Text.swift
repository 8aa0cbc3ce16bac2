extension Screen {
  /// Draws one line of text and returns the columns it took.
  ///
  /// Control characters are cleaned, marks that take no column are left out, and a wide glyph that
  /// would be cut in half is left out as well.
  ///
  /// - Parameters:
  ///   - text: The text, from anywhere.
  ///   - point: Where its first glyph stands; may be off the screen.
  ///   - style: The style of every glyph.
  ///   - maximumWidth: The most columns it may take; without it, as far as the screen goes.
  ///   - ellipsis: What stands in the last column when the text is too long; without it the text is
  ///     just cut. See ``GlyphSet/ellipsis``.
  /// - Returns: The columns from `point.x` to the end of what was drawn.
  @discardableResult
  public mutating func put(
    _ text: String, at point: Point, style: Style = .plain, maximumWidth: Int? = nil,
    ellipsis: Unicode.Scalar? = nil
  ) -> Int {
    put([Span(text, style: style)], at: point, maximumWidth: maximumWidth, ellipsis: ellipsis)
  }

  /// Draws styled pieces of text one after another on a line.
  ///
  /// - Parameters:
  ///   - spans: The pieces.
  ///   - point: Where the first glyph stands.
  ///   - maximumWidth: The most columns they may take together.
  ///   - ellipsis: What stands in the last column when they are too long.
  /// - Returns: The columns from `point.x` to the end of what was drawn.
  @discardableResult
  public mutating func put(
    _ spans: [Span], at point: Point, maximumWidth: Int? = nil, ellipsis: Unicode.Scalar? = nil
  ) -> Int {
    let room = min(maximumWidth ?? .max, max(0, size.width - max(0, point.x)) + max(0, -point.x))
    guard room > 0 else { return 0 }
    let isCut = ellipsis != nil && spans.displayWidth > room
    let limit = isCut ? room - 1 : room
    var used = 0
    var style = spans.first?.style ?? .plain
    drawing: for span in spans {
      for scalar in span.text.unicodeScalars {
        let width = scalar.displayWidth
        guard width > 0 else { continue }
        guard used + width <= limit else {
          style = span.style
          break drawing
        }
        place(scalar.cleaned, width: width, x: point.x + used, y: point.y, style: span.style)
        used += width
        style = span.style
      }
    }
    if isCut, let ellipsis {
      self[point.x + used, point.y] = Cell(ellipsis, style: style)
      used += 1
    }
    return used
  }

  /// Draws text so that it ends at the right edge of `rect`'s first row.
  ///
  /// - Returns: The columns it took.
  @discardableResult
  public mutating func putRight(
    _ text: String, in rect: Rect, style: Style = .plain, ellipsis: Unicode.Scalar? = nil
  ) -> Int {
    guard !rect.isEmpty else { return 0 }
    let width = min(text.displayWidth, rect.width)
    return put(
      text, at: Point(x: rect.maxX - width, y: rect.y), style: style, maximumWidth: width,
      ellipsis: ellipsis)
  }

  private mutating func place(
    _ scalar: Unicode.Scalar, width: Int, x: Int, y: Int, style: Style
  ) {
    guard width == 2 else {
      self[x, y] = Cell(scalar, style: style)
      return
    }
    guard x >= 0, x + 1 < size.width else {
      // Half of it would be off the screen: a space stands for the half that is on it.
      self[x, y] = Cell(" ", style: style)
      self[x + 1, y] = Cell(" ", style: style)
      return
    }
    self[x, y] = Cell(scalar, style: style)
    self[x + 1, y] = .continuation(style: style)
  }
}
