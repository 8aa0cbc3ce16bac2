import Foundation

/// Numbers in sentences.
enum NumberWords {
  /// A number with four figures at most: `2.54`, `1000`, `0.3048`, `1.2e-07`.
  static func short(_ value: Double) -> String { String(format: "%.4g", value) }
}
