import Foundation
import Runs
import Shift

/// What the list of features is ordered by, in the order in which a key goes through the choices.
enum FeatureOrder: Sendable, Equatable, CaseIterable {
  case driftTimesUse, drift, use, probability, name

  /// The choice in words, for the title of the list.
  var title: String {
    switch self {
    case .driftTimesUse: "by drift x use"
    case .drift: "by drift"
    case .use: "by use"
    case .probability: "by p"
    case .name: "by name"
    }
  }

  /// Whether it needs to be known how much a model uses each feature.
  var needsUse: Bool { self == .driftTimesUse || self == .use }

  /// The places of the features, those of the highest scores first; equal ones stay as they are.
  func ranking(of features: [FeatureDrift], use: [String: Double]) -> [Int] {
    let scores = scores(of: features, use: use)
    return scores.indices.sorted { (scores[$0], -$0) > (scores[$1], -$1) }
  }

  /// How far up each feature stands: the highest score comes first.
  ///
  /// - Parameters:
  ///   - features: The features.
  ///   - use: How much the model uses each, by name.
  /// - Returns: A score a feature, all finite.
  func scores(of features: [FeatureDrift], use: [String: Double]) -> [Double] {
    switch self {
    case .driftTimesUse: features.map { finite($0.effectSize * use[$0.name, default: 0]) }
    case .drift: features.map { finite($0.effectSize) }
    case .use: features.map { finite(use[$0.name, default: 0]) }
    case .probability: features.map(Self.improbability)
    case .name: Self.places(of: features.map(\.name))
    }
  }

  /// The decimal places of p, above 0; where many are beyond the smallest number, the effect decides.
  private static func improbability(_ drift: FeatureDrift) -> Double {
    guard let p = drift.p else { return 0 }
    return 1 - log10(max(p, 1e-300)) + (p < 1e-300 ? drift.effectSize : 0)
  }

  /// Names in the order of a telephone book, numbers in them by their value: `unit 2` before `unit 10`.
  private static func places(of names: [String]) -> [Double] {
    let order = names.indices.sorted {
      switch names[$0].compare(names[$1], options: [.numeric, .caseInsensitive]) {
      case .orderedAscending: true
      case .orderedDescending: false
      case .orderedSame: $0 < $1
      }
    }
    return order.enumerated().reduce(into: Array(repeating: 0, count: names.count)) {
      $0[$1.element] = Double(names.count - $1.offset)
    }
  }

  private func finite(_ score: Double) -> Double { score.isFinite ? score : 0 }
}
