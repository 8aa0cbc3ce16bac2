import Foundation
import SeededRandom

/// Numbers made by `Fixtures/make_fixtures.py`.
enum Fixture {
  static func read<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws
    -> Value
  {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name).json"))
    return try JSONDecoder().decode(type, from: data)
  }

  /// The sample that the script makes of a seed, a size and the name of a shape.
  static func sample(seed: UInt64, count: Int, shape: String) -> [Double] {
    uniform(seed: seed, count: count).map { u in
      switch shape {
      case "shifted": u * 0.9 + 0.05
      case "moved": u * 0.7 + 0.2
      case "whole": (u * 7).rounded(.down)
      case "more whole": (u * u * 9).rounded(.down)
      case "tenths": (u * 30).rounded(.down) / 10
      case "constant": 0.1
      case "wide": (u - 0.5) * 1e12 * pow(u, 8)
      case "gaps": u < 0.2 ? .nan : u
      default: u
      }
    }
  }

  /// Uniform values in `0..<1` by SplitMix64.
  static func uniform(seed: UInt64, count: Int) -> [Double] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in Double(random.next() >> 11) * 0x1p-53 }
  }
}

/// Whether a value is within a relative distance of what is expected, or closer than `floor`.
func isClose(
  _ value: Double?, _ expected: Double?, relative: Double, floor: Double = 1e-300
) -> Bool {
  guard let value, let expected else { return value == nil && expected == nil }
  return abs(value - expected) <= max(relative * abs(expected), floor)
}
