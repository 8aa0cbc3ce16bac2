extension ThemeRole {
  /// The role of the curve of a sample, given the role of its bars.
  var curve: ThemeRole {
    switch self {
    case .trainFill: .train
    case .validationFill: .validation
    case .testFill: .test
    case .sourceFill: .source
    default: self
    }
  }
}
