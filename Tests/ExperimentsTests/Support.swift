import Experiments
import Foundation
import NeuralEngine
import Runs
import Testing

/// The path of a file of the repository.
func repositoryPath(_ path: String) -> String {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent(path).path
}

/// The demo: base on clean digits, fine-tuned on clean digits, tested on worn scans.
func digits(epochs: Int, baseEpochs: Int = 5) -> RunConfiguration {
  var configuration = RunConfiguration(
    data: DataConfiguration(
      source: repositoryPath("sample-data/digits/source_clean.csv"),
      train: repositoryPath("sample-data/digits/train_clean.csv"),
      test: repositoryPath("sample-data/digits/test.csv"), target: "digit"))
  configuration.epochs = epochs
  configuration.baseEpochs = baseEpochs
  return configuration
}

/// A regression: the wind of storms.
func storms(epochs: Int, baseEpochs: Int = 2) -> RunConfiguration {
  var configuration = RunConfiguration(
    data: DataConfiguration(
      source: repositoryPath("sample-data/storms/source.csv"),
      train: repositoryPath("sample-data/storms/train.csv"),
      test: repositoryPath("sample-data/storms/test.csv"), target: "wind_kt"))
  configuration.epochs = epochs
  configuration.baseEpochs = baseEpochs
  return configuration
}

/// Small and quick: penguins of one year, without a source.
func penguins(epochs: Int, baseEpochs: Int = 2) -> RunConfiguration {
  var configuration = RunConfiguration(
    data: DataConfiguration(
      train: repositoryPath("sample-data/penguins/train.csv"),
      test: repositoryPath("sample-data/penguins/test.csv"), target: "sex"))
  configuration.epochs = epochs
  configuration.baseEpochs = baseEpochs
  return configuration
}

/// A session under test, with all that it has posted so far.
final class Watched {
  let session: TrainingSession
  private(set) var events: [RunEvent] = []
  private(set) var status: RunStatus?
  private(set) var inputs: [DistributionSnapshot] = []
  private(set) var models: [ModelSnapshot] = []

  init(_ session: TrainingSession, starts: Bool = true) {
    self.session = session
    if starts { session.start() }
  }

  convenience init(
    _ configuration: RunConfiguration, weights: SuppliedWeights = SuppliedWeights(),
    baseStore: (any BaseModelStore)? = nil, pace: Pace = .maximum, observes: Bool = false
  ) {
    self.init(
      TrainingSession(
        configuration: configuration, weights: weights, baseStore: baseStore, pace: pace,
        observesDistributions: observes))
  }

  /// Drains until a condition holds, with a limit that only a hang reaches.
  func wait(until condition: (Watched) -> Bool, sourceLocation: SourceLocation = #_sourceLocation) {
    let limit = Date(timeIntervalSinceNow: 60)
    while true {
      take()
      if condition(self) { return }
      guard Date() < limit else {
        Issue.record("waited in vain; events: \(events.suffix(3))", sourceLocation: sourceLocation)
        return
      }
      session.waitForEvents(timeout: 0.005)
    }
  }

  func take() {
    let update = session.drain()
    events += update.events
    status = update.status ?? status
    inputs += update.inputs
    if let model = update.model { models.append(model) }
  }

  /// Trains to the end of the run in work and ends the session.
  @discardableResult
  func runToEnd() -> RunResult? {
    wait { $0.result != nil || $0.failure != nil || $0.divergence != nil }
    let result = result
    session.send(.stop)
    session.join()
    take()
    return result
  }

  var result: RunResult? {
    for case .ended(let result) in events.reversed() { return result }
    return nil
  }

  var failure: String? {
    for case .failed(let message, _) in events { return message }
    return nil
  }

  var divergence: Divergence? {
    for case .diverged(let divergence) in events.reversed() { return divergence }
    return nil
  }

  var base: BaseSummary? {
    for case .base(let base) in events { return base }
    return nil
  }

  var data: DataSummary? {
    for case .data(let data) in events { return data }
    return nil
  }

  var epochs: [EpochRecord] {
    events.compactMap { if case .epoch(let record) = $0 { record } else { nil } }
  }

  var changes: [Change] {
    events.compactMap { if case .changed(let change) = $0 { change } else { nil } }
  }

  var headers: [RunHeader] {
    events.compactMap { if case .began(let header) = $0 { header } else { nil } }
  }

  var weights: [NamedTensor] { session.trainedModel()?.weights ?? [] }
}
