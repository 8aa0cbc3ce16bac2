import Runs
import Shift
import TerminalUI

/// What is drawn on axes that shall seldom change.
struct SteadyScales: Sendable, Equatable {
  /// The curves of a run, with the ghost behind them.
  struct Curves: Sendable, Equatable {
    var run: Int
    var ghost: Int?
    var smoothing: Double
  }

  /// A histogram in a form.
  struct Bars: Sendable, Equatable {
    var run: Int?
    var view: FeatureView
    var reference: Split
    var form: DistributionForm
    var feature: String
  }

  var loss = SteadyRange<Curves>()
  var score = SteadyRange<Curves>()
  var shares = SteadyRange<Bars>()
}

extension DashboardState {
  /// What a score can be: R2 has no lower end.
  var scoreBounds: ClosedRange<Double> { task == .classification ? 0...1 : -.infinity...1 }

  /// The curves of the present run and that of the ghost.
  func shownCurves(_ curves: (RunHistory) -> SplitCurves) -> [Curve] {
    guard let run else { return [] }
    let own = curves(run)
    return [own.train, own.validation, own.test]
      + (ghost.map { [curves($0).ofGhost.curve] } ?? [])
  }

  /// The losses that the linear axis shows.
  var lossRange: ClosedRange<Double>? { curveScale.flatMap { scales.loss.range(of: $0) } }

  /// The scores that the axis shows.
  var scoreRange: ClosedRange<Double>? { curveScale.flatMap { scales.score.range(of: $0) } }

  /// The largest share, or difference of shares, that the axis of the histogram shows.
  var largestShare: Double? { barScale.flatMap { scales.shares.range(of: $0)?.upperBound } }

  /// Brings the axes up to what is to be seen on them.
  mutating func followScales() {
    if let subject = curveScale {
      let top = Curve.rangeWithoutSpikes(shownCurves(\.loss))?.upperBound
      scales.loss.cover(top.map { 0...max(0, $0) }, within: 0...(.infinity), of: subject)
      // What is far below 0 would squeeze all that matters into one row.
      let scores = shownCurves(\.score).compactMap(\.range)
      let lowest = scores.map(\.lowerBound).min()
      let highest = scores.map(\.upperBound).max()
      scales.score.cover(
        PlotAxis.span(max(-1, min(lowest ?? .nan, 1)), max(-1, highest ?? .nan)),
        within: max(-1, scoreBounds.lowerBound)...1, of: subject)
    }
    if let subject = barScale, let needed = shareNeeded {
      scales.shares.cover(0...needed, within: 0...1, of: subject)
    }
  }

  private var curveScale: SteadyScales.Curves? {
    run.map { SteadyScales.Curves(run: $0.number, ghost: ghost?.number, smoothing: smoothing) }
  }

  private var barScale: SteadyScales.Bars? {
    selectedFeature.map {
      SteadyScales.Bars(
        run: run?.number, view: view, reference: reference, form: shownForm, feature: $0.drift.name)
    }
  }

  private var shareNeeded: Double? {
    guard case .numeric(let histogram) = selectedFeature?.shape else { return nil }
    let pairs = zip(histogram.referenceShares, histogram.currentShares)
    let needed = shownForm == .difference ? pairs.map { abs($0 - $1) } : pairs.map { max($0, $1) }
    return needed.filter(\.isFinite).max()
  }
}
