import NeuralEngine
import Runs
import Testing

@testable import Experiments

@Suite struct DeterminismTests {
  @Test func weightsDoNotDependOnWhoWatches() throws {
    let plain = Watched(digits(epochs: 6))
    plain.runToEnd()

    let observed = Watched(digits(epochs: 6), pace: .epochsPerSecond(50), observes: true)
    observed.session.send(.observe(.hidden(layer: 1), reference: .validation))
    observed.wait { $0.epochs.count >= 2 }
    observed.session.send(.pause)
    observed.wait { $0.status?.phase == .paused }
    for _ in 0..<3 { observed.session.send(.step) }
    observed.session.send(.observe(.logits, reference: .source))
    observed.session.send(.setPace(.maximum))
    observed.session.send(.resume)
    observed.runToEnd()

    #expect(!plain.weights.isEmpty)
    #expect(plain.weights == observed.weights)
    #expect(plain.result?.test == observed.result?.test)
    #expect(observed.changes.isEmpty)
  }

  @Test func theSeedDecides() throws {
    var configuration = penguins(epochs: 2)
    let first = Watched(configuration)
    first.runToEnd()
    configuration.seed = 1
    let second = Watched(configuration)
    second.runToEnd()
    #expect(first.weights != second.weights)
  }

  @Test func aReplayGivesTheSameWeights() throws {
    let steered = Watched(digits(epochs: 12, baseEpochs: 2), pace: .epochsPerSecond(200))
    steered.wait { $0.epochs.count >= 2 }
    steered.session.send(.set(.l1(Strength(3e-3))))
    steered.wait { $0.epochs.count >= 4 }
    steered.session.send(.set(.learningRate(3e-3)))
    steered.session.send(.set(.pull(.base)))
    steered.wait { $0.epochs.count >= 6 }
    steered.session.send(.set(.l1(.off)))
    steered.session.send(.set(.l1Mode(.subgradient)))
    steered.session.send(.set(.l2(Strength(1e-2))))
    steered.session.send(.extend)
    steered.runToEnd()
    #expect(steered.changes.count == 6)

    var journal = RunJournal(header: steered.headers[0])
    for event in steered.events { journal.note(event) }
    #expect(journal.epochs == 24)
    let replayed = Watched(TrainingSession(replaying: journal))
    replayed.runToEnd()
    #expect(replayed.changes == steered.changes)
    #expect(replayed.weights == steered.weights)
    #expect(replayed.epochs.map(\.loss) == steered.epochs.map(\.loss))
  }

  @Test func aRestartIsReplayedFromItsOwnHeader() throws {
    let steered = Watched(penguins(epochs: 6))
    steered.wait { $0.result != nil }
    steered.session.send(.set(.learningRate(1e-2)))
    steered.session.send(.set(.l2(Strength(1e-2))))
    steered.session.send(.restart(sameSeed: false))
    steered.wait { $0.events.count { if case .ended = $0 { true } else { false } } == 2 }
    steered.session.send(.stop)
    steered.session.join()
    steered.take()

    let header = try #require(steered.headers.last)
    #expect(header.number == 2)
    #expect(header.origin == .nextSeed)
    #expect(header.configuration.seed == 1)
    #expect(header.configuration.preparationSeed == 0)
    #expect(header.configuration.penalty.l2 == Strength(1e-2))
    var journal = RunJournal(header: header)
    for event in steered.events { journal.note(event) }
    let replayed = Watched(TrainingSession(replaying: journal))
    replayed.runToEnd()
    #expect(replayed.weights == steered.weights)
  }

  @Test func aRestartWithTheSameSeedRepeatsTheRun() throws {
    let watched = Watched(digits(epochs: 3, baseEpochs: 1))
    watched.wait { $0.result != nil }
    let first = watched.weights
    watched.session.send(.restart(sameSeed: true))
    watched.wait { $0.epochs.count == 6 && $0.status?.phase == .finished }
    #expect(watched.weights == first)
    #expect(watched.headers.map(\.origin) == [.first, .sameSeed])
    #expect(watched.headers.map(\.number) == [1, 2])
    watched.session.send(.restart(sameSeed: false))
    watched.wait { $0.epochs.count == 9 && $0.status?.phase == .finished }
    #expect(watched.weights != first)
    #expect(watched.epochs.prefix(3).map(\.loss) == watched.epochs[3..<6].map(\.loss))
  }

  @Test func goingOnIsTheSameAsAskingForMoreAtFirst() throws {
    let extended = Watched(penguins(epochs: 5))
    extended.wait { $0.result != nil }
    extended.session.send(.extend)
    extended.wait { $0.epochs.count == 10 && $0.status?.phase == .finished }
    let whole = Watched(penguins(epochs: 10))
    whole.runToEnd()
    #expect(extended.weights == whole.weights)
    #expect(extended.result?.test == whole.result?.test)
  }
}
