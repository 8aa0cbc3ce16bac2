import TerminalUI

/// How the distributions of a feature are drawn, in the order in which a key goes through the forms.
enum DistributionForm: Sendable, Equatable, CaseIterable {
  case overlay, image, steps, ridgeline, mirrored, difference, cumulative

  /// What the form is called among others.
  var name: String {
    switch self {
    case .overlay: "overlay"
    case .image: "image"
    case .steps: "by step"
    case .ridgeline: "ridgeline"
    case .mirrored: "mirrored"
    case .difference: "difference"
    case .cumulative: "cumulative"
    }
  }

  /// What a panel in this form is called, of test and of what it is compared with.
  func title(reference: String) -> String {
    switch self {
    case .overlay: "\(reference) vs test"
    case .image: "\(reference) vs test as images"
    case .steps: "\(reference) vs test, mean and sd by step"
    case .ridgeline: "\(reference) vs test over epochs"
    case .mirrored: "\(reference) up, test down"
    case .difference: "test less \(reference)"
    case .cumulative: "\(reference) vs test, cumulative"
    }
  }

  /// One histogram in this form; over one another where it is not of one histogram.
  var histogram: HistogramPlot.Form {
    switch self {
    case .overlay, .image, .steps, .ridgeline: .overlay
    case .mirrored: .mirrored
    case .difference: .difference
    case .cumulative: .cumulative
    }
  }
}
