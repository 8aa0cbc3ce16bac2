import Glibc

/// A colour in Oklab, where equal distances look about equally different.
///
/// Björn Ottosson, "A perceptual color space for image processing" (2020).
struct OklabColour: Hashable {
  /// Lightness, 0 for black to 1 for white.
  let lightness: Double
  /// From green (negative) to red.
  let a: Double
  /// From blue (negative) to yellow.
  let b: Double

  /// The sRGB colour with components from 0 to 255.
  init(red: UInt8, green: UInt8, blue: UInt8) {
    let red = Self.linear(red)
    let green = Self.linear(green)
    let blue = Self.linear(blue)
    let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
  }

  /// How far the colour is from grey.
  var chroma: Double { (a * a + b * b).squareRoot() }

  /// Whether the colour is clearly no grey.
  var isChromatic: Bool { chroma > 0.05 }

  /// The angle between the hues, 0 to pi.
  func hueDifference(to other: OklabColour) -> Double {
    abs(remainder(atan2(b, a) - atan2(other.b, other.a), 2 * .pi))
  }

  /// The squared distance to `other`.
  func squaredDistance(to other: OklabColour) -> Double {
    let l = lightness - other.lightness
    return l * l + (a - other.a) * (a - other.a) + (b - other.b) * (b - other.b)
  }

  private static func linear(_ component: UInt8) -> Double {
    let value = Double(component) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
