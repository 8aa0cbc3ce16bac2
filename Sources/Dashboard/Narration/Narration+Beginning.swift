import Datasets
import Foundation
import Runs
import TerminalUI

extension Narration {
  /// What is being read.
  static func loading(_ state: DashboardState) -> String {
    if state.data != nil { return "Preparing the base." }
    if let work = state.status?.work {
      let figures = work.figures
      return capitalised(work.name) + (figures.isEmpty ? "." : ": \(figures).")
    }
    let data = state.configuration.data
    let names = [data.source, data.train, data.test].compactMap { $0 }.map(fileName)
    return "Reading \(listed(names))."
  }

  /// How far the base has come, and why it is trained.
  static func trainingBase(epoch: Int, of epochs: Int, files: DataConfiguration) -> Notice {
    let file = fileName(files.source ?? files.train)
    return Notice(
      "Training the base on \(file), without a penalty: epoch \(epoch) of at most \(epochs). "
        + "Fine-tuning starts from it.",
      shorter: ["Training the base: epoch \(epoch) of at most \(epochs)."])
  }

  /// What a person can try, from what the numbers show.
  static func hint(_ state: DashboardState) -> Notice {
    guard state.run != nil else { return Notice("") }
    let penalty = state.settings.wished.penalty
    guard !penalty.l1.isOn, !penalty.l2.isOn else {
      return Notice(
        "\(SettingText.penalties(penalty)): [ ] make L1 weaker and stronger, { } L2; "
          + "r starts again and keeps this run behind.",
        shorter: ["[ ] make L1 weaker and stronger, { } L2; r starts again."], tone: .hint)
    }
    let strength = NumberText.strength(penalty.l1.value)
    if let gap = gapSentence(state) {
      return Notice(
        "\(gap.long) Press 1 to switch on L1 (\(strength)) and watch test \(state.scoreName).",
        shorter: [
          "\(gap.short) Press 1 for L1 and watch test \(state.scoreName).",
          "\(gap.short) Press 1 for L1.",
        ],
        tone: .hint)
    }
    return Notice(
      "No penalty acts. Press 1 to switch on L1 (\(strength)), 2 for L2, and watch the curves.",
      shorter: ["Press 1 for L1, 2 for L2, and watch the curves.", "Press 1 for L1, 2 for L2."],
      tone: .hint)
  }

  /// What the gap between validation and test means: a shift is spoken of only where features have
  /// drifted and the gap is more than chance.
  private static func gapSentence(_ state: DashboardState) -> (long: String, short: String)? {
    guard let run = state.run, let gap = gap(of: run), gap > 0.02, let validation = run.validation,
      let test = run.test, let drifted = state.inputs[.train]?.driftedCount
    else { return nil }
    let name = state.task == .regression ? "R2 " : ""
    let scores =
      "validation \(name)\(NumberText.share(validation.score, decimals: 2)), "
      + "test \(NumberText.share(test.score, decimals: 2))"
    let noise = hypot(
      state.halfWidth(of: validation, split: .validation) ?? 0, state.halfWidth(of: test) ?? 0)
    if gap <= noise {
      let rows = Figures.counted(state.data?.rows[.validation] ?? 0, "validation row")
      return ("\(capitalised(scores)): with \(rows) that may be chance.", "The gap may be chance.")
    }
    guard drifted > 0 else {
      return ("\(capitalised(scores)), though no feature alone has drifted.", "Test falls behind.")
    }
    return ("The data has shifted: \(scores).", "The data has shifted.")
  }

  /// What is said when a restart was asked for.
  static func restarting(sameSeed: Bool, settings: LiveSettings) -> String {
    let penalties = SettingText.penalties(settings.penalty)
    return "Starting again from the base with \(penalties), "
      + (sameSeed ? "same seed and batches." : "next seed.")
  }

  /// What a finished run came to, and which keys lead on.
  static func whatNext(after state: DashboardState) -> Notice {
    guard let run = state.run else { return Notice("") }
    let epochs = Figures.counted(run.epoch, "epoch")
    let test = (run.result?.test ?? run.test).map {
      ": test \(state.scoreName) \(NumberText.share($0.score))"
    }
    var best = ""
    if let result = run.result, result.weightsEpoch != result.epochs {
      best = " (weights of epoch \(result.weightsEpoch))"
    } else if let peak = run.bestTest, let last = run.test?.score, peak.score - last > 0.02 {
      best = "; best \(NumberText.share(peak.score, decimals: 2)) at epoch \(peak.epoch)"
    }
    let more = NumberText.count(max(1, state.configuration.epochs))
    let done =
      "Done after \(epochs)\(test ?? "")\(best). c goes on for \(more) more, "
      + "r starts again from the base, w saves."
    return Notice(
      otherRemedy(state).map { "\(done) \($0)" } ?? done,
      shorter: [
        done, "Done\(test ?? "")\(best). c goes on, r starts again, w saves.",
        "Done\(test ?? ""). c goes on, r starts again, w saves.",
        "Done\(test ?? ""). c goes on, w saves.",
      ], tone: .good)
  }

  /// What else could be tried against columns that are nearly constant where scaling was fitted.
  ///
  /// Scaled one by one they explode in test and make a penalty look better than it is.
  static func otherRemedy(_ state: DashboardState) -> String? {
    let options = state.configuration.data.preprocessing
    guard let cut = state.data?.clippedCells[.test], cut > 0, let clip = options.clip,
      options.scaling == .standard, options.numberColumns.allSatisfy(\.columns.isEmpty)
    else { return nil }
    return "\(Figures.counted(cut, "test cell")) lay beyond \(NumberText.measure(clip, digits: 2)) "
      + "deviations: --scale shared is the other remedy."
  }

  /// Validation minus test, of the newest metrics.
  static func gap(of run: RunHistory) -> Double? {
    run.validation?.gap(to: run.test).flatMap { $0.isFinite ? $0 : nil }
  }

  static func fileName(_ path: String) -> String {
    path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func listed(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "the data" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
