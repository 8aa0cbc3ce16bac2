extension RidgelinePlot {
  /// Draws ridges as filled hills, from the oldest to the newest, in eighths of a cell.
  func drawRidges(
    of profile: RidgeProfile, _ range: RidgeRange, into screen: inout Screen, in field: Rect,
    theme: Theme
  ) {
    let paints = RidgePaints(
      reference: reference, current: current, rows: places, theme: theme)
    let depth = 8 * range.spacing
    for column in 0..<field.width {
      var levels = [Int](repeating: LevelColours.none, count: 8 * field.height)
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
          levels[level] = LevelColours.none
        }
      }
      paints.colours.draw(levels, into: &screen, column: column, of: field)
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

  /// The steps from a crest into the mist.
  private static let steps = 8

  /// The share of its colour that the oldest ridge, and the foot of a ridge, keeps.
  private static let (oldest, foot) = (0.7, 0.25)

  /// The colours by their numbers.
  let colours: LevelColours

  init(reference: ThemeRole, current: ThemeRole, rows: Int, theme: Theme) {
    let canvas = theme.canvas
    let pairs = [
      (crest: theme.colour(reference.curve), fill: theme.colour(reference)),
      (crest: theme.colour(current.curve), fill: theme.colour(current)),
      (crest: theme.colour(.overlap), fill: theme.colour(.overlap)),
    ]
    var colours: [Colour] = []
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
    self.colours = LevelColours(colours, behind: canvas)
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
}
