/// The rows of the settings panel whose value can be altered.
enum SettingRow: Sendable, Equatable, CaseIterable {
  case l1, l2, learningRate, l1Mode, pull, pace
}
