import Foundation

import TerminalUI

/// A colour as light, for judging how well it is seen.
struct Light {
  let red, green, blue: Double

  /// The light of an exact colour; `nil` for the terminal's own, which nobody knows.
  init?(_ colour: Colour) {
    guard case .rgb(let red, let green, let blue) = colour else { return nil }
    self.init(red: Self.linear(red), green: Self.linear(green), blue: Self.linear(blue))
  }

  private init(red: Double, green: Double, blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// The transfer function of sRGB (IEC 61966-2-1).
  private static func linear(_ component: UInt8) -> Double {
    let value = Double(component) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  /// WCAG 2.1's contrast ratio, from 1 to 21.
  func contrast(with other: Light) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  private var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// The Euclidean distance in Oklab (Ottosson 2020); about 0.02 is just noticeable.
  func distance(to other: Light) -> Double {
    zip(oklab, other.oklab).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private var oklab: [Double] {
    func clamped(_ value: Double) -> Double { max(0, min(1, value)) }
    let (r, g, b) = (clamped(red), clamped(green), clamped(blue))
    let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return [
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    ]
  }

  /// The light as it is seen with a deficiency.
  func seen(with vision: Vision) -> Light {
    let m = vision.matrix
    func row(_ index: Int) -> Double {
      m[index][0] * red + m[index][1] * green + m[index][2] * blue
    }
    return Light(red: row(0), green: row(1), blue: row(2))
  }
}

/// How eyes see colours; the matrices are those of Machado, Oliveira and Fernandes (2009) for a
/// complete deficiency.
enum Vision: CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia

  var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }
}
