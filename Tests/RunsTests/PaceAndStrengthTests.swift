import Runs
import Testing

@Suite struct PaceAndStrengthTests {
  @Test(arguments: [
    (1e-3, 1, 3e-3), (3e-3, 1, 1e-2), (1e-2, -1, 3e-3), (2e-3, 1, 3e-3), (2e-3, -1, 1e-3),
  ])
  func movesOnTheGrid(value: Double, steps: Int, expected: Double) {
    #expect(HalfDecade.step(value, by: steps, in: 1e-7...10) == expected)
  }

  @Test func thereAndBackEndsWhereItBegan() {
    let start = Strength(value: 1e-3, isOn: true)
    #expect(start.stepped(by: 1).stepped(by: -1) == start)
    #expect(start.stepped(by: -3).stepped(by: 3) == start)
  }

  @Test func stopsAtTheEndsOfTheRange() {
    #expect(Strength(value: 10, isOn: true).stepped(by: 1).value == 10)
    #expect(Strength(value: 1e-7, isOn: true).stepped(by: -1).value == 1e-7)
  }

  @Test(arguments: [0, -1, .nan, .infinity])
  func takesAnyNumber(value: Double) {
    #expect(HalfDecade.step(value, by: 1, in: 1e-7...10).isFinite)
  }

  @Test func aStepTurnsOn() {
    #expect(Strength.off.stepped(by: 1) == Strength(value: 3e-3, isOn: true))
  }

  @Test func zeroOnTheCommandLineIsOff() {
    #expect(Strength(0) == .off)
    #expect(Strength(0.01).effective == 0.01)
    #expect(Strength.off.effective == 0)
  }

  @Test func paceGoesUpToFullSpeedAndBack() {
    var pace = Pace.comfortable
    for _ in 0..<20 { pace = pace.faster }
    #expect(pace == .maximum)
    for _ in 0..<30 { pace = pace.slower }
    #expect(pace == .epochsPerSecond(0.5))
  }

  @Test func aSettingReplacesItsCounterpart() {
    var settings = LiveSettings(penalty: PenaltySettings(), learningRate: 1e-3)
    let old = settings.apply(.l1(Strength(value: 1e-2, isOn: true)))
    #expect(old == .l1(.off))
    #expect(settings.penalty.l1.effective == 1e-2)
    #expect(settings.penalty.l2 == .off)
  }
}
