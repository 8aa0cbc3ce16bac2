/// Numbers as the normal deviates of their ranks in the fitting table.
///
/// `y = Phi^-1(F(x))`. F is linear between m quantiles of the fitting table, m its number of rows and at
/// most 1,000, and goes from 0 at the smallest to 1 at the largest; a value that several quantiles share
/// takes the mean of the first's and the last's share. y is cut at `Phi^-1(1e-7)` and its opposite, about
/// 5.2. As scikit-learn's `QuantileTransformer(output_distribution="normal", subsample=None)`, except
/// that numbers within 1e-7 of the ends are no ends: a column may be in units as small.
struct QuantileTransform: Sendable, Equatable {
  /// The most quantiles that are kept.
  static let largestCount = 1000

  /// In ascending order, at least one.
  let quantiles: [Double]

  /// Fits the quantiles.
  ///
  /// - Parameter values: the column without gaps, at least one.
  init(fittedTo values: [Double]) {
    let sorted = values.sorted()
    let count = min(sorted.count, Self.largestCount)
    quantiles = (0..<count).map { index in
      let place = index * (sorted.count - 1)
      let (below, rest) = place.quotientAndRemainder(dividingBy: max(count - 1, 1))
      guard rest > 0 else { return sorted[below] }
      let weight = Double(rest) / Double(count - 1)
      // Two products, not a difference, which could overflow.
      let (low, high) = (sorted[below], sorted[below + 1])
      return low == high ? low : low * (1 - weight) + high * weight
    }
  }

  /// The deviate of a number; NaN stays NaN.
  func callAsFunction(_ value: Double) -> Double {
    guard !value.isNaN else { return value }
    return NormalDistribution.quantile(
      min(max(share(below: value), Self.smallestShare), 1 - Self.smallestShare))
  }

  /// Shares are cut here, which is where scikit-learn cuts.
  private static let smallestShare = 1e-7 - 0x1p-52

  /// The share of the fitting table below a number.
  private func share(below value: Double) -> Double {
    if value <= quantiles[0] { return 0 }
    if value >= quantiles[quantiles.count - 1] { return 1 }
    let last = Double(quantiles.count - 1)
    let first = quantiles.firstPlace { $0 >= value }
    let behind = quantiles.firstPlace { $0 > value }
    guard first == behind else { return Double(first + behind - 1) / 2 / last }
    // In halves, as the distance of two doubles need not be one.
    let (low, high) = (quantiles[first - 1] / 2, quantiles[first] / 2)
    return (Double(first - 1) + (value / 2 - low) / (high - low)) / last
  }
}

extension QuantileTransform: Codable {
  private enum CodingKeys: CodingKey { case quantiles }

  /// Reads quantiles; some that no fitting gives are an error.
  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    quantiles = try values.decode([Double].self, forKey: .quantiles)
    guard !quantiles.isEmpty, zip(quantiles, quantiles.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .quantiles, in: values, debugDescription: "no quantiles in ascending order")
    }
  }
}

extension [Double] {
  /// The first place whose value meets a condition that all behind it meet too; `count` if none does.
  fileprivate func firstPlace(where condition: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
