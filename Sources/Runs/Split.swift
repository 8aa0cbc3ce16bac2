/// A part of the data that numbers and histograms are computed on.
public enum Split: String, Sendable, CaseIterable, Codable {
  /// The data that the base model learned on.
  case source

  /// The data that fine-tuning learns on.
  case train

  /// The share of train that is kept out: the same distribution, unseen rows.
  case validation

  /// Data from where the model must work; nothing is ever fitted on it.
  case test

  /// What test can be compared with, in the order in which it is offered.
  public static let references: [Split] = [.train, .validation, .source]
}
