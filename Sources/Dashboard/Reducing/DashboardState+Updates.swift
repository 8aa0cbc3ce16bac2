import Runs

extension DashboardState {
  /// Takes in what happened in the session.
  mutating func take(_ update: SessionUpdate) {
    for event in update.events { take(event) }
    if let status = update.status { take(status) }
    for snapshot in update.inputs {
      if snapshot.view == .steps {
        steps[snapshot.reference] = snapshot
      } else {
        inputs[snapshot.reference] = snapshot
      }
      if view == snapshot.view, snapshot.reference == reference { rankFeatures(isFresh: true) }
    }
    if let model = update.model { take(model) }
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

  private mutating func take(_ model: ModelSnapshot) {
    // A look at the run before may come late.
    guard model.run >= run?.number ?? 0 else { return }
    let isFirst = self.model == nil
    let isNewView = view != .inputs && view != .steps && distributions == nil
    self.model = model
    // While nothing moves the list is in order to the last digit.
    rankFeatures(isFresh: isFirst || isNewView || phase != .training)
  }
}
