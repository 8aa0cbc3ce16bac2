import Runs

extension DashboardState {
  /// What the present run began with; before there is one, what the session was started with.
  var presentConfiguration: RunConfiguration { run?.header.configuration ?? configuration }

  /// What the training thread is doing, as the keys that were pressed already imply it.
  var phase: RunPhase {
    switch status?.phase ?? .loading {
    case .training where isPauseWanted: .paused
    case .trainingBase where isPauseWanted: .paused
    case .paused where !isPauseWanted: run == nil ? .loading : .training
    case let phase: phase
    }
  }

  /// Whether batches follow one another, or would but for a pause.
  var isRunUnfinished: Bool {
    guard run != nil else { return false }
    switch phase {
    case .training, .paused: return true
    case .loading, .trainingBase, .finished, .diverged, .failed: return false
    }
  }

  /// The completed epochs, and those that the run or the base is to have.
  var progress: (epoch: Int, epochs: Int) {
    if case .trainingBase(let epoch, let epochs) = phase { return (epoch, epochs) }
    let epochs = status?.epochs ?? configuration.epochs
    return (run?.epoch ?? 0, max(epochs, run?.epoch ?? 0))
  }

  /// The task: as it was found, else as it was asked for.
  var task: Task { data?.task ?? configuration.data.task ?? .classification }

  /// The name of the score: `accuracy` or, in regression, `R2`.
  var scoreName: String { task == .classification ? "accuracy" : "R2" }

  /// The run drawn behind the present one, if any.
  var ghost: RunHistory? {
    switch ghostChoice {
    case .latest: earlierRuns.last
    case .run(let number): earlierRuns.last { $0.number == number }
    case .off: nil
    }
  }

  /// The test score less the ghost's at the same epoch.
  var differenceToGhost: Double? {
    guard let run, let now = run.test?.score,
      let then = ghost?.score.test.value(at: Double(run.epoch))
    else { return nil }
    let difference = now - then
    return difference.isFinite ? difference : nil
  }

  /// Whether the ghost's batches were drawn with another seed, so that more than the settings differs.
  var isGhostOfAnotherSeed: Bool {
    guard let ghost, let run else { return false }
    return ghost.header.configuration.seed != run.header.configuration.seed
  }
}
