import Testing

@testable import Experiments

@Suite struct RateMeterTests {
  @Test func countsEpochsOverHalfASecond() {
    var meter = RateMeter()
    let start = MonotonicTime.now
    #expect(meter.count(at: start, waited: 0) == nil)
    #expect(meter.count(at: start.advanced(by: 0.2), waited: 0) == nil)
    let rate = meter.count(at: start.advanced(by: 0.5), waited: 0)
    #expect(rate.map { abs($0 - 4) < 1e-6 } == true)
  }

  /// Six seconds of pause in the middle are no slowness.
  @Test func aPauseIsLeftOut() {
    var meter = RateMeter()
    let start = MonotonicTime.now
    _ = meter.count(at: start, waited: 1)
    for epoch in 1...3 { _ = meter.count(at: start.advanced(by: 0.1 * Double(epoch)), waited: 1) }
    _ = meter.count(at: start.advanced(by: 6.4), waited: 7)
    let rate = meter.count(at: start.advanced(by: 6.5), waited: 7)
    #expect(rate.map { abs($0 - 10) < 1e-6 } == true)
  }
}
