import ArgumentParser
import Foundation

/// One value of `--l1` or `--l2`: a strength for all layers, `dense_0=0.1` for one, or a list of both.
struct PenaltyStrength: Equatable, Sendable {
  /// The strength of all layers that are not named.
  var general: Double?

  /// The strengths of single layers.
  var layers: [String: Double] = [:]

  /// Whether any layer has a strength above 0.
  var isOn: Bool { general ?? 0 > 0 || layers.values.contains { $0 > 0 } }

  /// Reads a value.
  init(parsing text: String) throws {
    for element in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = element.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard let value = Double(parts.last ?? ""), value.isFinite, value >= 0,
        parts.first?.isEmpty == false
      else {
        throw ValidationError("it must be a number, 0 or more, or one of a layer, dense_0=0.1")
      }
      if parts.count == 2 { layers[parts[0]] = value } else { general = value }
    }
  }

  /// What several values come to: of two for the same, the later one.
  init(_ values: [PenaltyStrength]) {
    for value in values {
      general = value.general ?? general
      layers.merge(value.layers) { $1 }
    }
  }
}
