import Foundation
import Runs
import SeededRandom
import Testing

@testable import Experiments

@Suite struct SteeringTests {
  @Test func aChangeTakesEffectAtTheNextBatchAndLeavesAMark() throws {
    var configuration = digits(epochs: 3)
    configuration.method = .none
    let watched = Watched(configuration, pace: .epochsPerSecond(2))
    watched.session.send(.pause)
    watched.wait { $0.status?.phase == .paused && $0.headers.count == 1 }
    watched.session.send(.step)
    watched.session.send(.step)
    watched.wait { $0.status?.batch == 2 }
    watched.session.send(.set(.l1(Strength(1e-3))))
    watched.session.send(.set(.l1(Strength(3e-3))))
    watched.session.send(.set(.l2(Strength(1e-3))))
    watched.session.send(.set(.l2(.off)))
    watched.wait { $0.status?.settings.penalty.l1 == Strength(3e-3) }
    #expect(watched.changes.isEmpty)
    watched.session.send(.step)
    watched.wait { !$0.changes.isEmpty }
    // What was taken back before a batch was trained with it was no change.
    #expect(
      watched.changes == [Change(epoch: 1, batch: 3, old: .l1(.off), new: .l1(Strength(3e-3)))])
    watched.session.send(.setPace(.maximum))
    watched.session.send(.resume)
    watched.runToEnd()
    #expect(watched.epochs.allSatisfy { $0.penalty > 0 })
  }

  @Test func settingsOfBeforeTheRunBelongToIt() throws {
    let session = TrainingSession(configuration: penguins(epochs: 2))
    session.send(.set(.l2(Strength(1e-2))))
    session.send(.set(.learningRate(.nan)))
    session.send(.set(.l1(Strength(value: -.infinity, isOn: true))))
    session.send(.restart(sameSeed: false))
    let watched = Watched(session)
    watched.runToEnd()
    #expect(watched.headers.count == 1)
    #expect(watched.headers.first?.configuration.penalty.l2 == Strength(1e-2))
    #expect(watched.headers.first?.configuration.optimizer.learningRate == 1e-3)
    #expect(watched.changes.isEmpty)
    #expect(watched.epochs.allSatisfy { $0.penalty > 0 })
  }

  @Test func aPauseHoldsAndAResumeGoesOn() throws {
    let watched = Watched(penguins(epochs: 100_000))
    watched.wait { $0.epochs.count >= 3 }
    watched.session.send(.pause)
    watched.wait { $0.status?.phase == .paused }
    let count = watched.epochs.count
    watched.session.waitForEvents(timeout: 0.05)
    watched.take()
    #expect(watched.epochs.count == count)
    watched.session.send(.resume)
    watched.wait { $0.epochs.count > count }
    watched.session.send(.stop)
    #expect(watched.session.join(timeout: 60))
    watched.take()
    #expect(watched.result?.isInterrupted == true)
    #expect(watched.result?.epochs == watched.epochs.count)
  }

  @Test func aStopInMidEpochKeepsTheLastBatch() throws {
    var configuration = digits(epochs: 5)
    configuration.method = .none
    let watched = Watched(configuration)
    watched.session.send(.pause)
    watched.wait { $0.status?.phase == .paused && $0.headers.count == 1 }
    let base = watched.weights
    for _ in 0..<4 { watched.session.send(.step) }
    watched.wait { $0.status?.batch == 4 }
    // Until an epoch is whole the newest good weights are the base.
    #expect(watched.weights == base)
    watched.session.send(.stop)
    watched.session.join()
    watched.take()
    let result = try #require(watched.result)
    #expect(result.isInterrupted)
    #expect(result.epochs == 0)
    #expect(watched.weights != base)
  }

  @Test func stopsWhileTheBaseIsTrained() throws {
    let watched = Watched(digits(epochs: 5, baseEpochs: 1_000_000))
    watched.wait {
      if case .trainingBase? = $0.status?.phase { true } else { false }
    }
    watched.session.send(.stop)
    #expect(watched.session.join(timeout: 60))
    watched.take()
    #expect(watched.base == nil)
    #expect(watched.result == nil)
    #expect(watched.failure == nil)
  }

  @Test func stopsBeforeAnythingIsRead() {
    let session = TrainingSession(configuration: penguins(epochs: 5))
    session.send(.stop)
    session.start()
    #expect(session.join(timeout: 60))
    #expect(session.trainedModel() == nil)
  }

  @Test func aSessionThatNobodyHoldsEnds() throws {
    weak var held: Held?
    do {
      let object = Held()
      held = object
      let watched = Watched(
        TrainingSession(
          configuration: penguins(epochs: 1_000_000_000),
          prepareThread: { withExtendedLifetime(object) {} }))
      watched.wait { $0.epochs.count > 1 }
      #expect(held != nil)
      // The watcher and its session go out of scope here.
    }
    // What the thread held goes with it; one that went on would keep it for ever.
    let limit = Date(timeIntervalSinceNow: 60)
    while held != nil, Date() < limit { Thread.sleep(forTimeInterval: 0.005) }
    #expect(held == nil)
  }

  /// Something that lives as long as whoever holds it.
  private final class Held: Sendable {}

  @Test func thePaceWaitsAndWakes() throws {
    let watched = Watched(penguins(epochs: 3), pace: .epochsPerSecond(0.001))
    watched.wait { $0.epochs.count == 1 }
    // The next epoch is a quarter of an hour away; a faster pace ends the wait.
    watched.session.send(.setPace(.epochsPerSecond(.infinity)))
    #expect(watched.runToEnd()?.epochs == 3)
  }

  /// At this pace an epoch has a quarter of an hour: nothing may wait for it behind the last one.
  @Test func theLastEpochIsNotRestedAfter() throws {
    let watched = Watched(penguins(epochs: 1), pace: .epochsPerSecond(0.001))
    let result = try #require(watched.runToEnd())
    #expect(result.epochs == 1)
    #expect(result.seconds < 60)
    // More of it keeps to the pace: the rest that was left out stands in front of the next epoch.
    // Told by the clock: the result leaves out what it waited for the wish.
    let began = Date()
    let paced = Watched(penguins(epochs: 1), pace: .epochsPerSecond(0.5))
    paced.wait { $0.result != nil }
    paced.session.send(.extend)
    paced.wait { $0.epochs.count == 2 && $0.status?.phase == .finished }
    #expect(Date().timeIntervalSince(began) > 2)
    paced.session.send(.stop)
    paced.session.join()
  }

  @Test func earlyStoppingGoesOnWhenAsked() throws {
    var configuration = penguins(epochs: 200)
    configuration.optimizer.learningRate = 0.02
    configuration.earlyStopping = 4
    let watched = Watched(configuration)
    watched.wait { $0.result != nil }
    let before = watched.epochs.count
    #expect(before < 200)
    watched.session.send(.extend)
    watched.wait { $0.epochs.count > before && $0.status?.phase == .finished }
    #expect(watched.epochs.count >= before + 4)
    watched.session.send(.stop)
    watched.session.join()
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func noStormOfCommandsHangsOrTraps(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var configuration = penguins(epochs: 20)
    if seed % 2 == 0 { configuration.earlyStopping = 3 }
    let watched = Watched(configuration, pace: .epochsPerSecond(300), observes: seed % 3 == 0)
    for _ in 0..<400 {
      watched.session.send(random.command())
      if random.next() % 8 == 0 { watched.take() }
      if random.next() % 64 == 0 { _ = watched.session.trainedModel() }
    }
    // Whatever came before, this order of commands ends in a finished run.
    watched.session.send(.set(.learningRate(1e-3)))
    watched.session.send(.setPace(.maximum))
    watched.session.send(.restart(sameSeed: true))
    watched.wait { $0.status?.phase == .finished && $0.status?.settings.learningRate == 1e-3 }
    watched.session.send(.stop)
    #expect(watched.session.join(timeout: 60))
    watched.take()
    #expect(watched.failure == nil)
    #expect(watched.headers.map(\.number) == Array(1...watched.headers.count))
    var settings = watched.headers[0].configuration.liveSettings
    for event in watched.events {
      switch event {
      case .began(let header): settings = header.configuration.liveSettings
      case .changed(let change):
        #expect(settings.apply(change.new) == change.old)
        #expect(change.old != change.new)
      default: break
      }
    }
  }
}

extension SeededGenerator {
  /// Any command but the one that ends the session.
  mutating func command() -> RunCommand {
    switch Int.random(in: 0..<14, using: &self) {
    case 0: .pause
    case 1: .resume
    case 2, 3: .step
    case 4: .restart(sameSeed: Bool.random(using: &self))
    case 5: .extend
    case 6: .set(.l1(Strength(Double.random(in: 0...1e-2, using: &self))))
    case 7: .set(.l2(.off))
    case 8: .set(.l1Mode(Bool.random(using: &self) ? .proximal : .subgradient))
    case 9: .set(.pull(Bool.random(using: &self) ? .zero : .base))
    case 10: .set(.learningRate([1e-4, 1e-3, 1e3, 0, -1].randomElement(using: &self) ?? 1))
    case 11:
      .setPace(
        [.maximum, .epochsPerSecond(200), .epochsPerSecond(0)].randomElement(using: &self)
          ?? .maximum)
    case 12: .observe(.hidden(layer: Int.random(in: -1...5, using: &self)), reference: .source)
    default:
      .observe(
        [.logits, .predictions, .inputs].randomElement(using: &self) ?? .logits,
        reference: .validation)
    }
  }
}
