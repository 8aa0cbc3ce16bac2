extension RidgelinePlot {
  /// Draws ridges as filled hills, from the oldest to the newest, in eighths of a cell.
  func drawRidges(
    of profile: RidgeProfile, _ range: RidgeRange, into screen: inout Screen, in field: Rect,
    theme: Theme
  ) {
    let paints = RidgePaints(
      reference: reference, current: current, rows: rows.count, theme: theme)
    let depth = 8 * range.spacing
    for column in 0..<field.width {
      var levels = [Int](repeating: RidgePaints.none, count: 8 * field.height)
      for row in rows.indices {
        let heights = profile.heights(ofRow: row, column: column, of: field.width)
        let (one, other) = (eighths(heights.reference, range), eighths(heights.current, range))
        let kind: RidgePaints.Kind = one >= other ? .reference : .current
        let foot = 8 * range.foot(of: row)
        let crest = max(one, other)
        for level in 0..<crest where foot + level < levels.count {
          levels[foot + level] = paints.paint(
            level < min(one, other) ? .both : kind, row: row,
            depth: Double(crest - 1 - level) / Double(depth))
        }
        // Flat ridges of one colour are told apart by a gap.
        guard !theme.hasShades, crest > 0 else { continue }
        for level in (foot + crest)..<(foot + crest + 4) where level < levels.count {
          levels[level] = RidgePaints.none
        }
      }
      for cell in 0..<field.height {
        let place = Point(x: field.x + column, y: field.maxY - 1 - cell)
        if let drawn = paints.cell(levels[(8 * cell)..<(8 * cell + 8)]) { screen[place] = drawn }
      }
    }
  }

  private func eighths(_ share: Double, _ range: RidgeRange) -> Int {
    BarGlyphs.eighths(of: share, in: range.height)
  }
}

/// The colours of ridges: by what they show, how far back they stand, and how deep below the crest.
struct RidgePaints {
  /// What a part of a ridge shows.
  enum Kind: Int {
    case reference, current, both
  }

  /// No ridge.
  static let none = 0

  /// The steps from a crest into the mist.
  private static let steps = 8

  /// The share of its colour that the oldest ridge, and the foot of a ridge, keeps.
  private static let (oldest, foot) = (0.7, 0.25)

  private let colours: [Colour]
  private let parts: [SIMD4<Int32>]

  init(reference: ThemeRole, current: ThemeRole, rows: Int, theme: Theme) {
    let canvas = theme.canvas
    let pairs = [
      (crest: theme.colour(reference.curve), fill: theme.colour(reference)),
      (crest: theme.colour(current.curve), fill: theme.colour(current)),
      (crest: theme.colour(.overlap), fill: theme.colour(.overlap)),
    ]
    var colours = [canvas]
    for row in 0..<rows {
      let age = rows > 1 ? Double(row) / Double(rows - 1) : 1
      let strength = Self.oldest + (1 - Self.oldest) * age
      for pair in pairs {
        for step in 0..<Self.steps {
          let depth = Double(step) / Double(Self.steps - 1)
          guard theme.hasShades else {
            colours.append(pair.fill)
            continue
          }
          // The crest's own bright colour is gone at a third of the way down.
          let colour = theme.mixed(pair.crest, pair.fill, 0.2 + 2.4 * depth)
          let share = strength * (1 - (1 - Self.foot) * depth)
          colours.append(theme.mixed(canvas, colour, share))
        }
      }
    }
    self.colours = colours
    parts = colours.map {
      guard case .rgb(let red, let green, let blue) = $0 else { return .zero }
      return SIMD4(Int32(red), Int32(green), Int32(blue), 0)
    }
  }

  /// The number of a colour.
  ///
  /// - Parameters:
  ///   - kind: What is shown.
  ///   - row: How many ridges stand behind.
  ///   - depth: How far below the crest, 0 to 1 and beyond.
  /// - Returns: The number.
  func paint(_ kind: Kind, row: Int, depth: Double) -> Int {
    let step = Int((min(1, depth) * Double(Self.steps - 1)).rounded())
    return 1 + (row * 3 + kind.rawValue) * Self.steps + step
  }

  /// The cell that shows eight levels, given from below, with the least error; `nil` shows nothing.
  ///
  /// A cell has two colours, one above the other: it is divided where one colour ends, and each part
  /// is shown in the colour of its middle.
  func cell(_ levels: ArraySlice<Int>) -> Cell? {
    let first = levels.startIndex
    guard levels.contains(where: { $0 != levels[first] }) else {
      return levels[first] == Self.none ? nil : Cell("█", style: style(levels[first], Self.none))
    }
    var best = (error: Int32.max, cut: 0, above: 0, below: 0)
    for cut in 1..<8 where levels[first + cut] != levels[first + cut - 1] {
      let below = levels[first + cut / 2]
      let above = levels[first + (cut + 8) / 2]
      var error: Int32 = 0
      for place in 0..<8 {
        let difference = parts[levels[first + place]] &- parts[place < cut ? below : above]
        error &+= (difference &* difference).wrappedSum()
        if levels[first + place] != (place < cut ? below : above) { error &+= 1 }
      }
      if error < best.error { best = (error, cut, above, below) }
    }
    return Cell(
      BarGlyphs.vertical(eighths: best.cut, glyphs: .block), style: style(best.below, best.above))
  }

  private func style(_ foreground: Int, _ background: Int) -> Style {
    Style(foreground: colours[foreground], background: colours[background])
  }
}
