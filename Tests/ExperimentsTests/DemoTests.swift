import Datasets
import Runs
import Testing

@testable import Experiments

/// What the demo shows: a net that leans on the border pixels fails on worn scans, and a penalty that
/// is switched on while it trains makes it let go of them.
@Suite struct DemoTests {
  @Test(arguments: [0, 1, 2] as [UInt64])
  func l1LiftsTheTestAccuracyWithinTenEpochs(seed: UInt64) throws {
    var configuration = digits(epochs: 60, baseEpochs: 50)
    configuration.seed = seed
    configuration.batchSize = 8
    configuration.evaluateEvery = 10
    let switchedOn = Change(epoch: 51, batch: 1, old: .l1(.off), new: .l1(Strength(1e-3)))
    let journal = RunJournal(
      header: RunHeader(number: 1, origin: .first, configuration: configuration),
      changes: [switchedOn], epochs: 60)
    let watched = Watched(TrainingSession(replaying: journal))
    watched.runToEnd()
    #expect(watched.changes == [switchedOn])
    let plain = try #require(watched.epochs[49].test?.accuracy)
    let penalised = try #require(watched.epochs[59].test?.accuracy)
    #expect(plain < 0.35)
    #expect(penalised > 0.42)
    #expect(penalised > plain + 0.15)
    // All the while the net is good where it was trained.
    #expect(watched.epochs[59].validation?.accuracy ?? 0 > 0.85)
    #expect(watched.epochs[49].zeroWeights == 0)
    #expect(watched.epochs[59].zeroWeights > 500)
  }

  @Test func oneScaleForAllPixelsIsTheOtherRemedy() throws {
    var configuration = digits(epochs: 20, baseEpochs: 50)
    configuration.data.preprocessing.scaling = .shared
    let watched = Watched(configuration)
    let result = try #require(watched.runToEnd())
    #expect(result.test?.accuracy ?? 0 > 0.6)
  }

  @Test func theBorderPixelsSinkInUse() throws {
    var configuration = digits(epochs: 60, baseEpochs: 20)
    configuration.batchSize = 8
    func borderUse(_ l1: Double) throws -> Double {
      configuration.penalty.l1 = Strength(l1)
      let watched = Watched(configuration, observes: true)
      watched.wait { $0.models.last?.epoch == 60 }
      watched.session.send(.stop)
      watched.session.join()
      let features = try #require(watched.data?.features)
      let use = try #require(watched.models.last?.use)
      return zip(features, use).filter { $0.0.hasSuffix("0") || $0.0.hasSuffix("7") }
        .reduce(0) { $0 + $1.1 }
    }
    #expect(try borderUse(1e-3) < borderUse(0) / 2)
  }
}
