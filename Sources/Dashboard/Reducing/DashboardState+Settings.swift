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
    case .l1: return wish(.l1(wished.penalty.l1.stepped(by: steps)))
    case .l2: return wish(.l2(wished.penalty.l2.stepped(by: steps)))
    case .learningRate:
      return wish(
        .learningRate(
          HalfDecade.step(
            wished.learningRate, by: steps, in: OptimizerSettings.learningRateRange)))
    case .l1Mode:
      return wish(.l1Mode(wished.penalty.l1Mode == .proximal ? .subgradient : .proximal))
    case .pull: return wish(.pull(wished.penalty.pull == .zero ? .base : .zero))
    case .pace: return change(pace: steps > 0 ? pace.faster : pace.slower)
    }
  }

  /// Asks the trainer for a pace.
  mutating func change(pace: Pace) -> [DashboardEffect] {
    guard pace != self.pace else { return [] }
    self.pace = pace
    return [.send(.setPace(pace))]
  }
}
