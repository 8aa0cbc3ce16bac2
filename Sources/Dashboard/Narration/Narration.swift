import Foundation
import Runs
import Shift
import TerminalUI

/// What the screen says in plain words: what happened, what it did, what to try.
enum Narration {
  /// The sentence for the present moment.
  ///
  /// What needs an answer comes first: an error, the answer to a key; then what waits for the next
  /// batch, a divergence, the end of the run, what the last change did, how the run compares with
  /// the ghost; and, as long as nothing was tried, what to try.
  static func sentence(for state: DashboardState) -> Notice {
    if case .failed(let reason) = state.phase {
      return Notice(capitalised(reason), shorter: ["q leaves."], tone: .bad)
    }
    if let notice = state.notice { return notice }
    if let pending = pending(state) { return Notice(pending, tone: .hint) }
    switch state.phase {
    case .diverged(let divergence): return explanation(of: divergence)
    case .loading where state.run == nil: return Notice(loading(state))
    case .trainingBase(let epoch, let epochs):
      return trainingBase(epoch: epoch, of: epochs, files: state.configuration.data)
    case .finished: return whatNext(after: state)
    default: break
    }
    if state.phase == .paused {
      return Notice(paused(state), shorter: ["Paused: space goes on, o trains one batch."])
    }
    return running(state)
  }

  /// What happened, where, and what to try.
  private static func explanation(of divergence: Divergence) -> Notice {
    Notice(
      capitalised(divergence.explanation),
      shorter: [
        "Diverged at epoch \(divergence.epoch), batch \(divergence.batch); the weights of epoch "
          + "\(divergence.lastGoodEpoch) are kept. Lower the rate (,) or the penalties, then r.",
        "Diverged at epoch \(divergence.epoch): lower the rate (,) and press r.",
      ], tone: .bad)
  }

  private static func running(_ state: DashboardState) -> Notice {
    guard let run = state.run else { return Notice("") }
    if let mark = run.changes.last {
      if let idle = idleSentence(of: mark.change.new, in: state) { return Notice(idle) }
      return effect(
        of: mark, now: run.test?.score, epoch: run.epoch, scoreName: state.scoreName,
        task: state.task, noise: run.test.flatMap { state.halfWidth(of: $0) })
    }
    if let ghost = state.ghost, let comparison = comparison(of: run, with: ghost, in: state) {
      return comparison
    }
    if let warning = state.data?.warnings.first, run.epoch < 1 {
      return Notice(capitalised(warning), tone: .warning)
    }
    return hint(state)
  }

  /// Why a change can have no effect yet: how a penalty acts says nothing while it is off.
  private static func idleSentence(of setting: Setting, in state: DashboardState) -> String? {
    let penalty = state.settings.inForce?.penalty ?? state.settings.wished.penalty
    switch setting {
    case .l1Mode where !penalty.l1.isOn:
      return "\(SettingText.subject(setting)) is chosen; it acts once L1 is on."
    case .pull where !penalty.l1.isOn && !penalty.l2.isOn:
      return "\(SettingText.subject(setting)) is chosen; it acts once a penalty is on."
    default: return nil
    }
  }

  /// What a change did to the test score.
  ///
  /// For example `L1 1e-3 took effect at epoch 38, batch 12. Test accuracy has risen by 3.7 points
  /// since.`
  static func effect(
    of mark: ChangeMark, now: Double?, epoch: Int, scoreName: String, task: Task,
    noise: Double? = nil
  ) -> Notice {
    let change = mark.change
    let begin =
      "\(SettingText.subject(change.new)) took effect at epoch \(change.epoch), batch \(change.batch)."
    let since = "\(SettingText.subject(change.new)) since epoch \(change.epoch)"
    guard epoch >= change.epoch, let before = mark.scoreBefore, let now, before.isFinite,
      now.isFinite
    else { return Notice(begin, shorter: ["\(since)."]) }
    let difference = now - before
    guard abs(difference) >= 0.0005 else {
      return Notice(
        "\(begin) Test \(scoreName) is where it was.",
        shorter: ["\(since): test \(scoreName) as before."])
    }
    let size = Figures.movement(difference, task: task)
    let verb = difference > 0 ? "risen" : "fallen"
    var text = "\(begin) Test \(scoreName) has \(verb) by \(size) since"
    if let noise, abs(difference) < noise { text += ", within the noise" }
    // Too much is too much: what was gained and is being lost again.
    if let peak = mark.peak, peak.score - now > 0.02, peak.score > before {
      text += "; best \(NumberText.share(peak.score, decimals: 2)) at epoch \(peak.epoch)"
    }
    let short = "\(since): test \(scoreName) \(difference > 0 ? "up" : "down") \(size)."
    return Notice(text + ".", shorter: [short], tone: tone(of: difference, noise: noise))
  }

  /// How a difference of scores is meant: within the noise of the test set it is neither good nor bad.
  static func tone(of difference: Double, noise: Double?) -> Notice.Tone {
    guard abs(difference) >= max(0.0005, noise ?? 0) else { return .plain }
    return difference > 0 ? .good : .warning
  }

  /// How the run stands against the ghost at the same epoch.
  static func comparison(
    of run: RunHistory, with ghost: RunHistory, in state: DashboardState
  ) -> Notice? {
    let paired = state.pairedDifference
    guard run.epoch > 0, let difference = paired?.difference ?? state.differenceToGhost else {
      return nil
    }
    let relation: String
    if abs(difference) < 0.0005 {
      relation = "as in run \(ghost.number)"
    } else {
      let size = Figures.movement(difference, task: state.task)
      relation = "\(size) \(difference > 0 ? "above" : "below") run \(ghost.number)"
    }
    let what = distinction(of: run, from: ghost)
    let (doubt, shortDoubt, tone) = doubt(of: difference, paired: paired, in: state)
    return Notice(
      "Run \(run.number) has \(what) from the start: its test \(state.scoreName) is \(relation) "
        + "at the same epoch\(doubt).",
      shorter: [
        "Run \(run.number), \(what): test \(state.scoreName) \(relation)\(doubt).",
        "Run \(run.number), \(what): test \(relation)\(shortDoubt).",
      ], tone: tone)
  }

  /// What is to be added to a difference, at length and in short, and how the sentence is meant.
  ///
  /// By the rows that the two runs tell differently where they can be paired, else by the noise of the test set.
  private static func doubt(
    of difference: Double, paired: PairedDifference?, in state: DashboardState
  ) -> (long: String, short: String, tone: Notice.Tone) {
    if let paired {
      let (long, short) = evidence(for: paired, in: state)
      let tone = paired.isReal ? tone(of: difference, noise: nil) : .plain
      return (" (\(long))", " (\(short))", tone)
    }
    let noise = state.run?.test.flatMap { state.halfWidth(of: $0) }
    let isDoubtful = noise.map { (0.0005..<max(0.0005, $0)).contains(abs(difference)) } ?? false
    return (isDoubtful ? ", within the noise" : "", "", tone(of: difference, noise: noise))
  }

  /// Whether a difference is more than chance: `p .004, 41 rows gained, 12 lost`.
  static func evidence(
    for paired: PairedDifference, in state: DashboardState
  ) -> (long: String, short: String) {
    let p = NumberText.probability(paired.p)
    let doubt = paired.isReal ? "" : ", may be chance"
    guard let rows = paired.discordant else { return (p + doubt, p) }
    guard rows.gained + rows.lost > 0 else { return ("all answered alike", "all answered alike") }
    let gained = state.data?.countedSamples(rows.gained) ?? Figures.counted(rows.gained, "row")
    return ("\(p), \(gained) gained, \(NumberText.count(rows.lost)) lost\(doubt)", p)
  }

  /// What a run began with that an earlier one did not: the settings that differ, and the seed.
  static func distinction(of run: RunHistory, from other: RunHistory) -> String {
    let (own, others) = (run.header.configuration, other.header.configuration)
    var parts = own.liveSettings.changes(from: others.liveSettings).map(SettingText.inSentence)
    if own.seed != others.seed { parts.append("another seed") }
    guard let last = parts.popLast() else {
      return other.changes.isEmpty
        ? "the same settings" : "\(SettingText.penalties(own.penalty)) and no changes"
    }
    return parts.isEmpty ? last : parts.joined(separator: ", ") + " and " + last
  }

  /// What waits for the next batch.
  private static func pending(_ state: DashboardState) -> String? {
    guard let first = state.settings.pending.first else { return nil }
    let more = state.settings.pending.count - 1
    let subject = SettingText.subject(first) + (more > 0 ? " and \(more) more" : "")
    let verb = more > 0 ? "take" : "takes"
    switch state.phase {
    case .paused: return "\(subject) \(verb) effect when training goes on: press space."
    case .finished: return "\(subject) \(verb) effect with r from the base, or with c from here."
    case .diverged: return "\(subject) \(verb) effect with r, from the base."
    default: return "\(subject) \(verb) effect at the next batch."
    }
  }

  private static func paused(_ state: DashboardState) -> String {
    guard let run = state.run else { return "Paused: space goes on." }
    let batch = state.status.map { "batch \($0.batch) of \($0.batchesPerEpoch)" } ?? "the start"
    return "Paused in epoch \(run.epoch + 1), \(batch): space goes on, o trains one batch, "
      + "r starts again."
  }

  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
