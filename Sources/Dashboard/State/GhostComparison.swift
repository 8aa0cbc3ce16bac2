import Runs
import Shift
import TerminalUI

/// How the present run does against the ghost on the same rows, epoch by epoch.
///
/// Around the ghost's curve lie the scores that are not told from it at 5 %, epoch by epoch; the present run
/// is better or worse for certain where its own curve leaves them.
struct GhostComparison: Sendable, Equatable {
  /// What is compared; when it changes, all is compared anew.
  private struct Subject: Sendable, Equatable {
    var run: Int
    var ghost: Int
    var smoothing: Double
    var stride: Int
  }

  /// The newest epoch that both runs have, and how they differ there.
  private(set) var newest: (epoch: Int, difference: PairedDifference)?

  private var subject: Subject?
  private var low = Curve()
  private var high = Curve()
  private var resamples: Resamples?

  /// The shaded part of the plot; `nil` where nothing is compared.
  var band: LinePlot.Band? {
    guard !low.bins.isEmpty else { return nil }
    return LinePlot.Band(
      points: zip(low.bins, high.bins).map { low, high in
        LinePlot.Band.Point(x: low.start, low: low.minimum, high: high.maximum)
      })
  }

  /// Compares the epochs that are new, or all when another ghost is looked at.
  ///
  /// - Parameters:
  ///   - run: The present run.
  ///   - ghost: The ghost, when it was trained on the same batches; `nil` compares nothing.
  mutating func follow(_ run: RunHistory?, with ghost: RunHistory?) {
    guard let run, let ghost else {
      self = GhostComparison()
      return
    }
    let subject = Subject(
      run: run.number, ghost: ghost.number, smoothing: run.smoothing,
      stride: RowOutcomes.epochStride(at: run.epoch))
    if subject != self.subject {
      let kept = resamples
      self = GhostComparison()
      resamples = kept
      self.subject = subject
      low.smooth(by: run.smoothing)
      high.smooth(by: run.smoothing)
    }
    let last = newest?.epoch ?? 0
    for entry in run.outcomes.entries(after: last) {
      guard let others = ghost.outcomes[entry.epoch],
        let score = ghost.score.test.value(at: Double(entry.epoch))
      else { continue }
      prepareResamples(for: entry.outcomes)
      guard let difference = entry.outcomes.difference(from: others, resamples: resamples) else {
        continue
      }
      newest = (entry.epoch, difference)
      low.append(x: Double(entry.epoch), y: score + difference.byChance.low)
      high.append(x: Double(entry.epoch), y: score + difference.byChance.high)
    }
  }

  /// The draws are the same at every epoch, so that the band moves with the rows alone.
  private mutating func prepareResamples(for outcomes: RowOutcomes) {
    guard case .unexplained = outcomes.values, outcomes.rows > 0, resamples?.rows != outcomes.rows
    else { return }
    resamples = Resamples(rows: outcomes.rows, count: 999, seed: 0)
  }

  static func == (one: GhostComparison, other: GhostComparison) -> Bool {
    one.subject == other.subject && one.newest?.epoch == other.newest?.epoch
      && one.newest?.difference == other.newest?.difference && one.low == other.low
      && one.high == other.high
  }
}

extension DashboardState {
  /// The ghost, when what differs between it and the present run is what was changed.
  var pairedGhost: RunHistory? { isGhostOfAnotherSeed ? nil : ghost }

  /// How the present run differs from the ghost now; `nil` before both have an epoch in common, and once the
  /// run is past the ghost's end.
  var pairedDifference: PairedDifference? {
    guard let run, let (epoch, difference) = ghostComparison.newest else { return nil }
    let step = max(
      run.header.configuration.evaluateEvery, RowOutcomes.epochStride(at: run.epoch))
    return run.epoch < epoch + step ? difference : nil
  }
}
