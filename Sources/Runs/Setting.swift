/// A setting that can be altered while a run is going, with a value.
public enum Setting: Sendable, Equatable, Codable {
  case l1(Strength)
  case l2(Strength)
  case l1Mode(L1Mode)
  case pull(PenaltyPull)
  case learningRate(Double)
}
