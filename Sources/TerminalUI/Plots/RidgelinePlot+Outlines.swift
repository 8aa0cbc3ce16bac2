extension RidgelinePlot {
  /// Draws the outlines of ridges, each of which hides what is behind it.
  ///
  /// The reference is dotted and the current sample solid; in ASCII each has a mark of its own.
  func drawOutlines(
    of profile: RidgeProfile, _ range: RidgeRange, into screen: inout Screen, in field: Rect,
    theme: Theme, glyphs: GlyphSet
  ) {
    let dots = glyphs.dotsPerCell
    let size = Size(width: field.width * dots.width, height: field.height * dots.height)
    var owners = [UInt8](repeating: 0, count: size.width * size.height)
    for row in rows.indices {
      let foot = range.foot(of: row) * dots.height
      var before: [Int?] = [nil, nil]
      for x in 0..<size.width {
        let heights = profile.heights(ofRow: row, column: x, of: size.width)
        let tops = [heights.reference, heights.current].map { height in
          Int((height * Double(range.height * dots.height - 1)).rounded())
        }
        for level in 0...(tops.max() ?? 0) where foot + level < size.height {
          owners[(foot + level) * size.width + x] = 0
        }
        for (sample, top) in tops.enumerated() where top > 0 || (before[sample] ?? 0) > 0 {
          // A steep outline has no holes.
          let start = before[sample].map { $0 < top ? min($0 + 1, top) : max($0 - 1, top) } ?? top
          for level in min(start, top)...max(start, top) where foot + level < size.height {
            owners[(foot + level) * size.width + x] |= UInt8(1 << sample)
          }
        }
        before = tops
      }
    }
    var canvas = Canvas(size: field.size, glyphs: glyphs)
    func pen(_ role: ThemeRole, priority: Int, mark: Unicode.Scalar, isDotted: Bool) -> Pen {
      Pen(
        style: theme[role].on(.terminal), priority: priority, mark: mark,
        dash: isDotted && glyphs.isUnicode ? .dotted : .solid)
    }
    let pens = [
      pen(reference.curve, priority: 1, mark: LinePlot.mark(of: reference), isDotted: true),
      pen(current.curve, priority: 2, mark: LinePlot.mark(of: current), isDotted: false),
    ]
    for (index, owner) in owners.enumerated() where owner != 0 {
      let (x, y) = (index % size.width, size.height - 1 - index / size.width)
      for (sample, pen) in pens.enumerated() where owner & UInt8(1 << sample) != 0 {
        canvas.column(x: x, from: y, to: y, pen: pen)
      }
    }
    canvas.draw(into: &screen, at: field.origin, on: .terminal)
  }
}
