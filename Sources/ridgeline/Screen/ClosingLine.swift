import Runs
import TerminalUI

/// What a session came to, in the line that stays when its screen has gone.
struct ClosingLine {
  /// A place in the session that weights belong to.
  private struct Place: Equatable {
    var run: Int
    var epoch: Int
  }

  private var place: Place?
  private var score: String?
  private var hasDiverged = false
  private var saved: (path: String, place: Place?)?

  /// Takes down an event.
  mutating func take(_ event: RunEvent) {
    switch event {
    case .base(let base): note(train: base.train, validation: base.validation, test: base.test)
    case .began(let header):
      place = Place(run: header.number, epoch: 0)
      hasDiverged = false
    case .epoch(let record):
      place?.epoch = record.epoch
      note(train: nil, validation: record.validation, test: record.test)
    case .ended(let result):
      place?.epoch = result.epochs
      note(train: result.train, validation: result.validation, test: result.test)
    case .diverged(let divergence):
      place?.epoch = divergence.lastGoodEpoch
      hasDiverged = true
    case .data, .changed, .failed: break
    }
  }

  /// Takes down that the model as it is now was saved.
  mutating func noteSaved(to path: String) {
    saved = (path, place)
  }

  /// The line.
  var text: String {
    guard let place else { return "left before the first run began" }
    var parts = ["run \(place.run)", counted(place.epoch)]
    if hasDiverged { parts[1] += ", then diverged" }
    if let score { parts.append(score) }
    parts.append(savedText(at: place))
    return parts.joined(separator: " · ")
  }

  private func savedText(at place: Place) -> String {
    guard let saved else { return "not saved" }
    let path = saved.path.onOneLine
    guard let earlier = saved.place, earlier != place else { return "saved to \(path)" }
    let run = earlier.run == place.run ? "" : "run \(earlier.run) "
    return "\(run)saved after \(counted(earlier.epoch)) to \(path)"
  }

  private func counted(_ epochs: Int) -> String {
    "\(NumberText.count(epochs)) \(epochs == 1 ? "epoch" : "epochs")"
  }

  /// The score that a person steers by: on test, else on validation, else on train.
  private mutating func note(train: Metrics?, validation: Metrics?, test: Metrics?) {
    for (split, metrics) in [("test", test), ("validation", validation), ("train", train)] {
      // An epoch that was not evaluated leaves what was known before.
      guard let metrics else { continue }
      let name = metrics.accuracy == nil ? "R2" : "accuracy"
      score = "\(split) \(name) \(NumberText.share(metrics.score))"
      return
    }
  }
}
