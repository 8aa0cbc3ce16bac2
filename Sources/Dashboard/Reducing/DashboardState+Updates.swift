import Runs

extension DashboardState {
  /// Takes in what happened in the session.
  mutating func take(_ update: SessionUpdate) {
    updates += 1
    for event in update.events { take(event) }
    if let status = update.status { take(status) }
    for snapshot in update.inputs {
      if snapshot.view == .steps {
        steps[snapshot.reference] = snapshot
      } else {
        inputs[snapshot.reference] = snapshot
      }
      if view == snapshot.view, snapshot.reference == reference { rankFeatures() }
    }
    if let model = update.model { nextModel = model }
    showNextLook()
  }

  /// Shows the newest look at the model, with the features in its order, where it is time.
  ///
  /// While training goes on that is done calmly: nobody reads numbers that change ten times a second, and
  /// a slow line has better to do.
  mutating func showNextLook() {
    let isMoving = phase == .training
    if let next = nextModel, !isMoving || isNews(next) || updates - lookedAt >= Self.updatesPerLook
    {
      nextModel = nil
      // A look at the run before may come late.
      guard next.run >= run?.number ?? 0 else { return }
      model = next
      lookedAt = updates
      rankFeatures()
    } else if rankings[view]?.isHeld ?? false {
      rankFeatures()
    }
  }

  /// Whether a look shows something that is not on the screen at all.
  private func isNews(_ look: ModelSnapshot) -> Bool {
    look.run != model?.run || (view != .inputs && view != .steps && distributions == nil)
  }

  private mutating func take(_ event: RunEvent) {
    switch event {
    case .data(let summary):
      data = summary
      if let imageProblem { notice = Notice(imageProblem, tone: .warning) }
    case .base(let summary): base = summary
    case .began(let header): begin(header)
    case .epoch(let record): run?.append(record)
    case .changed(let change):
      settings.takeEffect(change)
      run?.append(change)
      notice = nil
    case .ended(let result):
      run?.end(result)
      notice = nil
    case .diverged: notice = nil
    case .failed: notice = nil
    }
  }

  private mutating func begin(_ header: RunHeader) {
    // A run without an epoch has nothing to compare with.
    if let run, run.epoch > 0 { earlierRuns.append(run) }
    if earlierRuns.count > Self.maximumEarlierRuns { earlierRuns.removeFirst() }
    if ghostChoice != .off { ghostChoice = .latest }
    run = RunHistory(header: header, base: base, smoothing: smoothing)
    settings.begin(with: header.configuration.liveSettings)
    rowRate.reset()
    epochRate.reset()
    notice = nil
  }

  private mutating func take(_ status: RunStatus) {
    self.status = status
    run?.batchesPerEpoch = status.batchesPerEpoch
    rowRate.follow(status.samplesPerSecond)
    epochRate.follow(status.epochsPerSecond)
  }
}
