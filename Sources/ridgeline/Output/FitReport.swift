import Datasets
import Foundation
import Runs
import Shift
import TerminalUI

/// What `fit` tells while it runs: results on standard output, progress on standard error.
struct FitReport {
  /// JSON Lines on standard output, for a script.
  var writesJSON: Bool

  /// Only warnings and errors, besides JSON.
  var isQuiet: Bool

  /// Why standard output can no longer be written to; nothing more is then said there.
  private(set) var failure: (any Error)?

  private let output = OutputStream.standard
  private let error = OutputStream.error
  private var progress = ProgressLine()
  private var epochs = 0

  /// Creates a report.
  init(writesJSON: Bool, isQuiet: Bool) {
    self.writesJSON = writesJSON
    self.isQuiet = isQuiet
  }

  private var showsBar: Bool { error.isTerminal && !isQuiet }

  /// Shows how far the run has come, at a terminal.
  mutating func show(_ status: RunStatus) {
    epochs = status.epochs
    guard showsBar, let line = progress.line(for: status, width: error.width ?? 80) else { return }
    remark("\r\(line)\u{1B}[K")
  }

  /// Tells of an event.
  mutating func tell(_ event: RunEvent) {
    if case .data(let data) = event { progress.samplesNoun = data.samplesNoun }
    for warning in event.warnings { warn(warning) }
    if writesJSON {
      if let json = event.json { say(json.text) }
    } else if !isQuiet, let text = summary(of: event) {
      clear()
      say(text)
    }
    if case .epoch(let record) = event, !error.isTerminal, !isQuiet, !writesJSON {
      remark(ProgressLine.text(record, of: epochs) + "\n")
    }
  }

  /// Tells of something that does not stop the run.
  mutating func warn(_ message: String) {
    clear()
    remark("ridgeline: warning: \(message.onOneLine)\n")
  }

  /// Tells where the model is.
  mutating func saved(_ path: String) {
    guard !writesJSON, !isQuiet else { return }
    say("saved   \(path.onOneLine)")
  }

  /// Takes the progress off the terminal.
  mutating func clear() {
    if progress.clear() { remark("\r\u{1B}[K") }
  }

  private mutating func say(_ line: String) {
    guard failure == nil else { return }
    do { try output.line(line) } catch { failure = error }
  }

  /// Writes to standard error, where nothing is worth ending a run for.
  private func remark(_ text: String) {
    try? error.write(text)
  }

  private func summary(of event: RunEvent) -> String? {
    switch event {
    case .data(let data): data.line.cleaned
    case .base(let base): base.line
    case .ended(let result): result.line
    case .began, .epoch, .changed, .diverged, .failed: nil
    }
  }
}

extension RunEvent {
  /// What a person should know although the run goes on.
  fileprivate var warnings: [String] {
    switch self {
    case .data(let summary): summary.warnings
    case .base(let summary): summary.warnings
    case .began, .epoch, .changed, .ended, .diverged, .failed: []
    }
  }
}

extension DataSummary {
  fileprivate var line: String {
    let counts = Split.allCases.compactMap { split in
      rows[split].map { "\(split.rawValue) \(NumberText.count($0))" }
    }
    let columns = "\(features.count) \(features.count == 1 ? "feature" : "features")"
    let goal = task == .regression ? "regression" : "\(classes.count) classes"
    let shortest = fewestSteps.map { $0 == steps ? "" : "\(NumberText.count($0)) to " } ?? ""
    let length = steps.map { " of \(shortest)\(NumberText.count($0)) steps" } ?? ""
    let last = Split.allCases.last { rows[$0] != nil }.flatMap { rows[$0] }
    let noun = last == 1 && samplesNoun == "rows" ? "row" : samplesNoun
    return "data    \(counts.joined(separator: " · ")) \(noun)\(length) · \(columns) · "
      + "\(goal) of \(target)"
  }
}

extension BaseSummary {
  fileprivate var line: String {
    let from =
      switch origin {
      case .source, .train:
        "trained on \(origin.rawValue) for \(counted(epochs))\(isCached ? ", from the cache" : "")"
      case .file: "from a file"
      case .none: "none, initial weights"
      }
    return "base    \(from) · " + scores(train, validation, test)
  }
}

extension RunResult {
  fileprivate var line: String {
    let stopped = isInterrupted ? " (interrupted)" : ""
    return "result  \(counted(epochs))\(stopped), best \(bestEpoch) · "
      + scores(train, validation, test, intervals)
      + (estimatedTestAccuracy.map { " · test about \(NumberText.share($0)), estimated" } ?? "")
      + " · \(NumberText.measure(seconds, digits: 2)) s"
  }
}

private func counted(_ epochs: Int) -> String {
  "\(NumberText.count(epochs)) \(epochs == 1 ? "epoch" : "epochs")"
}

/// The scores of the splits and the gaps between them, in one style, with how sure they are.
private func scores(
  _ train: Metrics, _ validation: Metrics?, _ test: Metrics?,
  _ intervals: ScoreIntervals = ScoreIntervals()
) -> String {
  func sure(_ interval: Interval?) -> String {
    interval.map { " (\($0.text))" } ?? ""
  }
  let name = train.accuracy == nil ? "R2" : "accuracy"
  var parts = ["train \(NumberText.share(train.score))"]
  if let validation { parts.append("validation \(NumberText.share(validation.score))") }
  if let test { parts.append("test \(NumberText.share(test.score))\(sure(intervals.test))") }
  var text = "\(name): " + parts.joined(separator: ", ")
  if let gap = train.gap(to: validation) {
    text += " · over-fit gap \(NumberText.share(gap))\(sure(intervals.overfitGap))"
  }
  if let gap = validation?.gap(to: test) {
    text += " · shift gap \(NumberText.share(gap))\(sure(intervals.shiftGap))"
  }
  return text
}
