import TerminalUI

/// How the distributions of a feature are drawn, in the order in which a key goes through the forms.
enum DistributionForm: Sendable, Equatable, CaseIterable {
  case overlay, mirrored, difference, cumulative

  /// What the form is called among others.
  var name: String {
    switch self {
    case .overlay: "overlay"
    case .mirrored: "mirrored"
    case .difference: "difference"
    case .cumulative: "cumulative"
    }
  }

  /// What a panel in this form is called, of test and of what it is compared with.
  func title(reference: String) -> String {
    switch self {
    case .overlay: "\(reference) vs test"
    case .mirrored: "\(reference) up, test down"
    case .difference: "test less \(reference)"
    case .cumulative: "\(reference) vs test, cumulative"
    }
  }

  /// The histogram in this form.
  var histogram: HistogramPlot.Form {
    switch self {
    case .overlay: .overlay
    case .mirrored: .mirrored
    case .difference: .difference
    case .cumulative: .cumulative
    }
  }
}
