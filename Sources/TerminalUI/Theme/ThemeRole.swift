/// What a colour means; every panel draws by role, so that a colour means the same everywhere.
public enum ThemeRole: String, Sendable, CaseIterable {
  /// The screen behind everything.
  case background
  /// Ordinary text.
  case text
  /// Text of less weight: axis numbers, names beside values.
  case muted
  /// A number that is to be read.
  case value
  /// The title of a panel.
  case title
  /// A panel's border.
  case border
  /// The border of the panel that has the focus.
  case borderFocused
  /// What should catch the eye without being good or bad.
  case accent
  /// A switch that is on.
  case on
  /// A switch that is off.
  case off
  /// Good news.
  case good
  /// A warning.
  case warning
  /// Bad news.
  case bad
  /// The selected row.
  case selection
  /// The training data's curve and name.
  case train
  /// The validation data's curve and name.
  case validation
  /// The test data's curve and name.
  case test
  /// The source data's curve and name.
  case source
  /// An earlier run behind the present one.
  case ghost
  /// The training data's histogram.
  case trainFill
  /// The validation data's histogram.
  case validationFill
  /// The test data's histogram.
  case testFill
  /// The source data's histogram.
  case sourceFill
  /// Where two histograms lie over one another.
  case overlap
  /// The shaded interval around a curve.
  case band
  /// A bar of a low value.
  case barLow
  /// A bar of a middling value.
  case barMiddle
  /// A bar of a high value.
  case barHigh
  /// The label of a change on a curve.
  case markLabel
  /// What a key does.
  case keyHint
  /// The key that does it.
  case keyHintKey

  /// The role whose style is used when a theme says nothing about this one.
  var fallback: ThemeRole? {
    switch self {
    case .background, .text: nil
    case .muted, .value, .title, .accent, .selection, .train: .text
    case .border, .off, .ghost, .keyHint: .muted
    case .borderFocused, .on, .markLabel, .keyHintKey, .good, .warning, .bad, .validation, .test:
      .accent
    case .source, .overlap, .band: .ghost
    case .trainFill: .train
    case .validationFill: .validation
    case .testFill: .test
    case .sourceFill: .source
    case .barLow: .good
    case .barMiddle: .warning
    case .barHigh: .bad
    }
  }
}
