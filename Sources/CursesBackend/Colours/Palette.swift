/// The indexed colours of a terminal, as far as they are known.
///
/// Numbers 16 to 255 are fixed: a cube of 6 x 6 x 6 and a ramp of 24 greys. The first sixteen are the
/// user's own; for choosing among them, xterm's defaults stand in.
enum Palette {
  /// The colour that is shown for a number.
  static func colour(of number: Int) -> (red: UInt8, green: UInt8, blue: UInt8) {
    switch number {
    case ..<16:
      return sixteen[max(number, 0)]
    case ..<232:
      let index = number - 16
      return (cubeLevels[index / 36], cubeLevels[index / 6 % 6], cubeLevels[index % 6])
    default:
      let grey = UInt8(clamping: 8 + (number - 232) * 10)
      return (grey, grey, grey)
    }
  }

  /// The number from 16 to 255 that looks most like the colour.
  static func nearestOf256(red: UInt8, green: UInt8, blue: UInt8) -> Int {
    let wanted = OklabColour(red: red, green: green, blue: blue)
    return nearest(among: fixed) { $0.squaredDistance(to: wanted) } + 16
  }

  /// The number from 0 to 15 that stands best for the colour.
  ///
  /// A colour that is clearly no grey is matched by hue and lightness: by distance a theme's soft
  /// colours would all become white or cyan, and curves could no longer be told apart.
  static func nearestOf16(red: UInt8, green: UInt8, blue: UInt8) -> Int {
    let wanted = OklabColour(red: red, green: green, blue: blue)
    guard wanted.isChromatic else {
      return nearest(among: basic) { $0.squaredDistance(to: wanted) }
    }
    return nearest(among: basic) { candidate in
      guard candidate.isChromatic else { return .infinity }
      let lightness = candidate.lightness - wanted.lightness
      let hue = candidate.hueDifference(to: wanted)
      return lightness * lightness + 0.1 * hue * hue
    }
  }

  private static func nearest(
    among candidates: [OklabColour], _ distance: (OklabColour) -> Double
  ) -> Int {
    var best = (index: 0, distance: Double.infinity)
    for (index, candidate) in candidates.enumerated() {
      let distance = distance(candidate)
      if distance < best.distance { best = (index, distance) }
    }
    return best.index
  }

  private static let cubeLevels: [UInt8] = [0, 95, 135, 175, 215, 255]

  private static let sixteen: [(red: UInt8, green: UInt8, blue: UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
    (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  private static let basic = (0..<16).map(oklab)
  private static let fixed = (16..<256).map(oklab)

  private static func oklab(of number: Int) -> OklabColour {
    let colour = colour(of: number)
    return OklabColour(red: colour.red, green: colour.green, blue: colour.blue)
  }
}
