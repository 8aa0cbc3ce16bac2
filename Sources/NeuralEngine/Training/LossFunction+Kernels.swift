import CKernels

extension LossFunction {
  /// Adds the sums over the rows of a batch, and writes the gradient when it has a place.
  func accumulate(
    _ kernels: borrowing ck_kernels, outputs: inout ck_outputs, answers: Answers,
    into sums: inout ck_loss_sums
  ) {
    var how = ck_class_loss(
      smoothing: Float(labelSmoothing), gamma: Float(focalGamma), alpha: Float(focalAlpha))
    switch (kind, answers) {
    case (.sparseCategoricalCrossentropy, .labels(let labels)):
      if labelSmoothing == 0 && outputs.weights == nil {
        kernels.cross_entropy(&outputs, labels, &sums)
      } else {
        kernels.shared_cross_entropy(&outputs, labels, &how, &sums)
      }
    case (.categoricalFocalCrossentropy, .labels(let labels)):
      kernels.focal_cross_entropy(&outputs, labels, &how, &sums)
    case (.binaryCrossentropy, .labels(let labels)):
      precondition(outputs.columns == 1, "a binary loss of \(outputs.columns) outputs")
      kernels.binary_cross_entropy(&outputs, labels, &how, &sums)
    case (.meanSquaredError, .targets(let targets)):
      kernels.squared_error(&outputs, targets, &sums)
    case (.meanAbsoluteError, .targets(let targets)):
      kernels.absolute_error(&outputs, targets, &sums)
    case (.huber, .targets(let targets)):
      kernels.huber(&outputs, targets, Float(huberDelta), &sums)
    default:
      preconditionFailure("\(kind.rawValue) does not fit these samples' labels or targets")
    }
  }
}

/// What a network should have said about some rows.
enum Answers {
  case labels(UnsafePointer<Int32>)
  case targets(UnsafePointer<Float>)

  func advanced(by rows: Int) -> Answers {
    switch self {
    case .labels(let labels): .labels(labels + rows)
    case .targets(let targets): .targets(targets + rows)
    }
  }
}
