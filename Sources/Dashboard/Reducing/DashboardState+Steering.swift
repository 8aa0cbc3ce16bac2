import Runs

extension DashboardState {
  /// Does what a key asks of the training thread.
  mutating func steer(_ action: KeyAction) -> [DashboardEffect] {
    switch action {
    case .pauseOrResume: return pauseOrResume()
    case .stepBatch:
      guard phase == .paused else {
        notice = Notice("One batch at a time goes only when paused: press space first.")
        return []
      }
      return [.send(.step)]
    case .restart: return restart(sameSeed: true)
    case .restartNextSeed: return restart(sameSeed: false)
    case .extend: return extend()
    case .paceSlower: return alter(.pace, by: -1)
    case .paceFaster: return alter(.pace, by: 1)
    case .save:
      guard run != nil else {
        notice = Notice("There is nothing to save yet.")
        return []
      }
      notice = Notice("Saving...")
      return [.save]
    default: return []
    }
  }

  private mutating func pauseOrResume() -> [DashboardEffect] {
    switch phase {
    case .paused:
      isPauseWanted = false
      return [.send(.resume)]
    case .training, .trainingBase:
      isPauseWanted.toggle()
      if isPauseWanted { showNextLook() }
      return [.send(isPauseWanted ? .pause : .resume)]
    case .finished:
      notice = Narration.whatNext(after: self)
      return []
    case .diverged:
      notice = Notice("A run that diverged cannot go on: r starts again from the base.")
      return []
    case .loading:
      notice = Notice("There is nothing to pause yet.")
      return []
    case .failed:
      return []
    }
  }

  private mutating func restart(sameSeed: Bool) -> [DashboardEffect] {
    guard run != nil else {
      notice = Notice("There is no run to start again yet.")
      return []
    }
    if case .failed = phase { return [] }
    isPauseWanted = false
    notice = Notice(Narration.restarting(sameSeed: sameSeed, settings: settings.wished))
    return [.send(.restart(sameSeed: sameSeed))]
  }

  private mutating func extend() -> [DashboardEffect] {
    switch phase {
    case .diverged:
      notice = Notice("A run that diverged cannot go on: r starts again from the base.")
      return []
    case .failed: return []
    case .loading, .trainingBase, .training, .paused, .finished:
      isPauseWanted = false
      let epochs = max(1, configuration.epochs)
      notice = Notice("Going on for \(Figures.counted(epochs, "epoch")) more.")
      return [.send(.extend)]
    }
  }

  /// Pauses training for the time that the program is suspended.
  mutating func suspend() -> [DashboardEffect] {
    guard !isPauseWanted else { return [.suspend] }
    isPauseWanted = true
    isPausedBySuspension = true
    return [.send(.pause), .suspend]
  }
}
