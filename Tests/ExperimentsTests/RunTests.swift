import Runs
import Testing

@testable import Experiments

@Suite struct RunTests {
  @Test func trainsTheDemoFromFilesToResult() throws {
    let watched = Watched(digits(epochs: 3))
    let result = try #require(watched.runToEnd())
    #expect(watched.failure == nil)
    let data = try #require(watched.data)
    #expect(data.rows == [.source: 700, .train: 270, .validation: 30, .test: 597])
    #expect(data.features.count == 64)
    #expect(data.classes == (0...9).map(String.init))
    #expect(watched.base?.origin == .source)
    #expect(watched.epochs.map(\.epoch) == [1, 2, 3])
    #expect(result.epochs == 3)
    #expect(!result.isInterrupted)
    #expect(result.train.accuracy ?? 0 > 0.8)
  }
}
