internal import Foundation

/// A quantity as it developed, ready to be drawn at any length.
///
/// Every point is kept, so that the smoothing can be changed. What is drawn are bins of a power of two
/// points each, at most ``maximumBins`` of them, each with its lowest and highest value: no spike is
/// lost, a bin never changes once it is full, and drawing costs the same for a thousand and for a
/// million points.
///
/// Smoothing is an exponential moving average without the bias towards its start, taken before the
/// points are binned: `s = w s + (1 - w) y`, shown `s / (1 - w^n)`, as TensorBoard's.
public struct Curve: Sendable, Equatable {
  /// The most bins that are drawn.
  public static let maximumBins = 4096

  /// The points as they came, those without a finite value left out.
  public private(set) var points: [CurvePoint] = []
  /// What is drawn.
  public private(set) var bins: [CurveBin] = []
  /// The lowest and highest value drawn.
  public private(set) var range: ClosedRange<Double>?
  /// The lowest and highest value above 0 drawn, for a logarithmic axis.
  public private(set) var positiveRange: ClosedRange<Double>?
  /// The weight of what came before in the moving average, from 0 (none) to below 1.
  public private(set) var smoothing: Double

  private var pointsPerBin = 1
  private var binned = 0
  private var average = 0.0
  private var isAfterGap = false

  /// An empty curve.
  public init(smoothing: Double = 0) {
    self.smoothing = Curve.clamped(smoothing)
  }

  /// A curve of the given values at 1, 2, 3...
  public init(values: [Double], smoothing: Double = 0) {
    self.init(smoothing: smoothing)
    for (index, value) in values.enumerated() { append(x: Double(index + 1), y: value) }
  }

  /// The value that came last, as it came.
  public var last: Double? { points.last?.y }

  /// Adds a point; a value that is not finite leaves a gap instead.
  ///
  /// - Parameters:
  ///   - x: Its place, not before the last one's.
  ///   - y: Its value.
  public mutating func append(x: Double, y: Double) {
    guard x.isFinite, y.isFinite else {
      isAfterGap = true
      return
    }
    let point = CurvePoint(x: x, y: y, followsGap: isAfterGap)
    isAfterGap = false
    points.append(point)
    bin(point)
  }

  /// Draws the curve with another weight of its moving average from now on.
  ///
  /// - Complexity: Linear in the number of points.
  public mutating func smooth(by weight: Double) {
    let weight = Curve.clamped(weight)
    guard weight != smoothing else { return }
    smoothing = weight
    (bins, range, positiveRange) = ([], nil, nil)
    (pointsPerBin, binned, average) = (1, 0, 0)
    for point in points { bin(point) }
  }

  private mutating func bin(_ point: CurvePoint) {
    average = smoothing * average + (1 - smoothing) * point.y
    let weight = 1 - pow(smoothing, Double(binned + 1))
    let value = weight > 0 ? average / weight : point.y
    widen(to: value)
    let next = CurveBin(x: point.x, y: value, followsGap: point.followsGap)
    if binned % pointsPerBin == 0 { bins.append(next) } else { bins[bins.count - 1].append(next) }
    binned += 1
    if bins.count > Curve.maximumBins { halve() }
  }

  /// Joins the bins two by two; full bins stay aligned, so that none is ever cut anew.
  private mutating func halve() {
    var joined: [CurveBin] = []
    joined.reserveCapacity(Curve.maximumBins)
    for index in stride(from: 0, to: bins.count, by: 2) {
      var bin = bins[index]
      if index + 1 < bins.count { bin.append(bins[index + 1]) }
      joined.append(bin)
    }
    bins = joined
    pointsPerBin *= 2
  }

  private mutating func widen(to value: Double) {
    range = Curve.widened(range, to: value)
    if value > 0 { positiveRange = Curve.widened(positiveRange, to: value) }
  }

  private static func widened(
    _ range: ClosedRange<Double>?, to value: Double
  ) -> ClosedRange<Double> {
    guard let range else { return value...value }
    return min(range.lowerBound, value)...max(range.upperBound, value)
  }

  private static func clamped(_ weight: Double) -> Double {
    weight.isFinite ? max(0, min(weight, 0.9999)) : 0
  }
}
