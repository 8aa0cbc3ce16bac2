import Foundation
import Shift

/// What a change of units alters in a known way, and how surely that is measured.
struct Measures {
  let sample: SortedSample

  /// Where the values lie.
  let centre: TrimmedMean

  /// How large they are: the logarithms of the magnitudes of all but 0.
  let size: TrimmedMean

  /// How far they lie apart: the quartile distance.
  let spread: Double

  /// The standard error of the spread's logarithm.
  let errorOfSpread: Double

  /// The decimals that all values keep to; `nil` for six and more.
  let decimals: Int?

  /// How many different values there are.
  let distinct: Int

  /// The fewest values, 0 aside, and the fewest different ones.
  private static let fewest = 10
  private static let fewestDifferent = 3

  /// Measures a sample; `nil` when it is too small, or has too few different values.
  init?(_ sample: SortedSample) {
    distinct = sample.distinctCount
    let logarithms = SortedSample(sample.values.lazy.filter { $0 != 0 }.map { log(abs($0)) })
    guard logarithms.values.count >= Self.fewest, sample.mean.isFinite,
      distinct >= Self.fewestDifferent,
      let low = sample.quantile(0.25), let high = sample.quantile(0.75)
    else { return nil }
    self.sample = sample
    centre = TrimmedMean(sample)
    size = TrimmedMean(logarithms)
    spread = high - low
    // A quartile errs by as much as a share of values in an error's width is away from it; two
    // quartiles of one sample err together by a third.
    let width = (0.1875 / Double(sample.values.count)).squareRoot()
    let (ofLow, ofHigh) = (Self.half(sample, 0.25, width), Self.half(sample, 0.75, width))
    decimals = sample.decimals
    // Rounding moves either by up to half a step, evenly.
    let ofRounding = decimals.map { pow(100, -Double($0)) / 6 } ?? 0
    let variance = ofLow * ofLow + ofHigh * ofHigh - 2 / 3 * ofLow * ofHigh + ofRounding
    errorOfSpread = spread > 0 ? variance.squareRoot() / spread : .infinity
  }

  /// Half the distance of two quantiles about a share.
  private static func half(_ sample: SortedSample, _ share: Double, _ width: Double) -> Double {
    let low = sample.quantile(max(share - width, 0)) ?? 0
    let high = sample.quantile(min(share + width, 1)) ?? 0
    return (high - low) / 2
  }
}

extension SortedSample {
  /// How many different values there are.
  var distinctCount: Int {
    zip(values, values.dropFirst()).reduce(values.isEmpty ? 0 : 1) { $0 + ($1.0 == $1.1 ? 0 : 1) }
  }

  /// The fewest decimals with which every value can be written; `nil` when five do not suffice.
  fileprivate var decimals: Int? {
    (0...5).first { decimals in
      let unit = pow(10, Double(decimals))
      return values.allSatisfy { value in
        let scaled = value * unit
        return abs(scaled - scaled.rounded()) <= 1e-9 * max(abs(scaled), 1)
      }
    }
  }
}
