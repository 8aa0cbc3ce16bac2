import Dashboard
import Datasets
import Foundation
import Runs
import TerminalUI

/// One line on standard error that says how far the run has come.
struct ProgressLine {
  /// What is counted: rows or series.
  var samplesNoun = "rows"

  private var lastShown = -Double.infinity
  private var isOnScreen = false

  /// The line to show now, or `nil` when the last one was shown less than a tenth of a second ago.
  mutating func line(for status: RunStatus, width: Int) -> String? {
    let now = ProcessInfo.processInfo.systemUptime
    guard now - lastShown >= 0.1, let text = text(status, width: width) else { return nil }
    lastShown = now
    isOnScreen = true
    return text
  }

  /// Notes that the line goes; returns whether there was one.
  mutating func clear() -> Bool {
    defer { isOnScreen = false }
    return isOnScreen
  }

  /// The line for a status, no wider than `width`.
  private func text(_ status: RunStatus, width: Int) -> String? {
    let (name, done, total): (String, Int, Int)
    switch status.phase {
    case .loading: return status.work.map { Self.text($0, width: width) } ?? "loading"
    case .trainingBase(let epoch, let most): (name, done, total) = ("base", epoch, most)
    case .training, .paused: (name, done, total) = ("epoch", status.epoch, status.epochs)
    case .finished, .diverged, .failed: return nil
    }
    var tail = " \(done)/\(total)"
    if let rate = status.samplesPerSecond {
      tail += "  \(NumberText.rate(rate, unit: "\(samplesNoun)/s"))"
    }
    if let rate = status.epochsPerSecond, rate > 0 {
      tail += "  ETA \(NumberText.duration(seconds: Double(total - done) / rate))"
    }
    return Self.line(
      name, fraction: total > 0 ? Double(done) / Double(total) : nil, tail, width: width)
  }

  /// The line for a piece of work, no wider than `width`.
  static func text(_ work: WorkProgress, width: Int) -> String {
    line(work.name.cleaned, fraction: work.fraction, " \(work.figures)", width: width)
  }

  /// A name, a bar where there is room for one, and what stands behind it.
  private static func line(_ name: String, fraction: Double?, _ tail: String, width: Int) -> String
  {
    let room = width - 1 - name.count - tail.count - 3
    guard room >= 4, let fraction else { return String((name + tail).prefix(max(0, width - 1))) }
    let filled = min(room, max(0, Int(Double(room) * fraction)))
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: room - filled)
    return "\(name) [\(bar)]\(tail)"
  }

  /// The line of an epoch, for a log.
  static func text(_ record: EpochRecord, of epochs: Int) -> String {
    var parts = [
      "epoch \(record.epoch)/\(max(epochs, record.epoch))",
      "loss \(NumberText.measure(record.loss, digits: 4))",
      "train \(NumberText.share(record.train.score))",
    ]
    if let validation = record.validation {
      parts.append("validation \(NumberText.share(validation.score))")
    }
    if let test = record.test { parts.append("test \(NumberText.share(test.score))") }
    return parts.joined(separator: "  ")
  }
}
