import Runs
import Testing

@testable import ridgeline

@Suite struct ClosingLineTests {
  private let configuration = RunConfiguration(
    data: DataConfiguration(train: "a.csv", target: "y"))

  private func began(_ number: Int) -> RunEvent {
    .began(RunHeader(number: number, origin: .first, configuration: configuration))
  }

  private func epoch(_ number: Int, validation: Double?, test: Double?) -> RunEvent {
    let metrics = { (value: Double) in Metrics(loss: 1, accuracy: value) }
    return .epoch(
      EpochRecord(
        epoch: number, loss: 1, penalty: 0, train: metrics(0.9),
        validation: validation.map(metrics), test: test.map(metrics), zeroWeights: 0, weights: 1,
        samplesPerSecond: 1))
  }

  @Test func saysWhatTheSessionCameTo() {
    var closing = ClosingLine()
    #expect(closing.text == "left before the first run began")
    closing.take(began(1))
    closing.take(epoch(1, validation: 0.7, test: 0.612))
    #expect(closing.text == "run 1 · 1 epoch · test accuracy .612 · not saved")
    closing.noteSaved(to: "m\u{1B}.safetensors")
    #expect(closing.text.hasSuffix("test accuracy .612 · saved to m\u{FFFD}.safetensors"))
    // Not evaluated: what was known before stays.
    closing.take(epoch(2, validation: nil, test: nil))
    #expect(
      closing.text
        == "run 1 · 2 epochs · test accuracy .612 · saved after 1 epoch to m\u{FFFD}.safetensors")
    closing.take(began(2))
    closing.take(
      .diverged(Divergence(epoch: 1, batch: 3, loss: .nan, lastGoodEpoch: 0)))
    #expect(
      closing.text.hasPrefix("run 2 · 0 epochs, then diverged · ")
        && closing.text.contains("run 1 saved after 1 epoch to"))
  }

  @Test func withoutTestTheNextBestIsTold() {
    var closing = ClosingLine()
    closing.take(began(1))
    closing.take(epoch(1, validation: 0.75, test: nil))
    #expect(closing.text == "run 1 · 1 epoch · validation accuracy .750 · not saved")
  }

  @Test func aRegressionIsToldByItsR2() {
    var closing = ClosingLine()
    closing.take(began(1))
    closing.take(
      .ended(
        RunResult(
          epochs: 4, bestEpoch: 4, weightsEpoch: 4,
          train: Metrics(loss: 1, meanAbsoluteError: 1, rootMeanSquaredError: 1, r2: 0.5),
          validation: nil, test: nil, seconds: 1, isInterrupted: false)))
    #expect(closing.text == "run 1 · 4 epochs · train R2 .500 · not saved")
  }
}
