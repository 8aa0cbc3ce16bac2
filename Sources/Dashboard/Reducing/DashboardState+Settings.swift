import Runs

extension DashboardState {
  /// Asks the trainer for a setting, which shows at once.
  mutating func wish(_ setting: Setting) -> [DashboardEffect] {
    settings.wish(setting) ? [.send(.set(setting))] : []
  }

  /// Moves a setting to its next or its previous value.
  mutating func alter(_ row: SettingRow, by steps: Int) -> [DashboardEffect] {
    let wished = settings.wished
    switch row {
    case .l1: return move(.l1(wished.penalty.l1.stepped(by: steps)), by: steps)
    case .l2: return move(.l2(wished.penalty.l2.stepped(by: steps)), by: steps)
    case .learningRate:
      let rate = HalfDecade.step(
        wished.learningRate, by: steps, in: OptimizerSettings.learningRateRange)
      return move(.learningRate(rate), by: steps)
    case .l1Mode:
      return wish(.l1Mode(wished.penalty.l1Mode == .proximal ? .subgradient : .proximal))
    case .pull: return wish(.pull(wished.penalty.pull == .zero ? .base : .zero))
    case .pace: return change(pace: steps > 0 ? pace.faster : pace.slower)
    }
  }

  /// Asks for a strength or a rate, and says so where it is at its limit already.
  private mutating func move(_ setting: Setting, by steps: Int) -> [DashboardEffect] {
    guard settings.wished.counterpart(of: setting) != setting else {
      notice = Notice(
        "\(SettingText.subject(setting)) is as \(steps > 0 ? "high" : "low") as it goes.")
      return []
    }
    return wish(setting)
  }

  /// Asks the trainer for a pace.
  mutating func change(pace: Pace) -> [DashboardEffect] {
    guard pace != self.pace else {
      notice = Notice(
        pace == .maximum
          ? "Training runs at full speed." : "\(Figures.pace(pace)) is the slowest pace.")
      return []
    }
    epochRate.reset()
    self.pace = pace
    return [.send(.setPace(pace))]
  }
}
