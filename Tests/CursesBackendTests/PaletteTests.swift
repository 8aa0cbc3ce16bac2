import Testing

@testable import CursesBackend

struct PaletteTests {
  @Test func knowsTheFixedColours() {
    #expect(Palette.colour(of: 16) == (0, 0, 0))
    #expect(Palette.colour(of: 33) == (0, 135, 255))
    #expect(Palette.colour(of: 196) == (255, 0, 0))
    #expect(Palette.colour(of: 231) == (255, 255, 255))
    #expect(Palette.colour(of: 232) == (8, 8, 8))
    #expect(Palette.colour(of: 255) == (238, 238, 238))
  }

  @Test(arguments: 16..<256) func findsEveryFixedColourItself(number: Int) {
    let colour = Palette.colour(of: number)
    let nearest = Palette.nearestOf256(red: colour.red, green: colour.green, blue: colour.blue)
    #expect(Palette.colour(of: nearest) == colour)
  }

  @Test func looksAreNearerThanNumbers() {
    // Dodger blue: the cube's (0, 135, 255).
    #expect(Palette.nearestOf256(red: 30, green: 144, blue: 255) == 33)
    // A dark grey goes to the ramp, not to a tinted corner of the cube.
    #expect((232...255).contains(Palette.nearestOf256(red: 60, green: 60, blue: 62)))
  }

  @Test func okabeAndItosColoursStayApartInSixteen() {
    let colours: [(UInt8, UInt8, UInt8)] = [
      (230, 159, 0), (86, 180, 233), (0, 158, 115), (213, 94, 0), (204, 121, 167),
    ]
    let numbers = colours.map { Palette.nearestOf16(red: $0.0, green: $0.1, blue: $0.2) }
    #expect(Set(numbers).count == colours.count, "\(numbers)")
  }

  @Test func greysStayGrey() {
    #expect(Palette.nearestOf16(red: 0, green: 0, blue: 0) == 0)
    #expect(Palette.nearestOf16(red: 128, green: 128, blue: 128) == 8)
    #expect(Palette.nearestOf16(red: 255, green: 255, blue: 255) == 15)
  }

  @Test func oklabIsOttossons() {
    // White and the sRGB primaries, from the definition's own matrices.
    let white = OklabColour(red: 255, green: 255, blue: 255)
    #expect(abs(white.lightness - 1) < 1e-6)
    #expect(white.chroma < 1e-6)
    let red = OklabColour(red: 255, green: 0, blue: 0)
    #expect(abs(red.lightness - 0.62796) < 1e-4)
    #expect(abs(red.a - 0.22486) < 1e-4)
    #expect(abs(red.b - 0.12585) < 1e-4)
  }
}
