import CKernels

/// What training minimises on the data, besides the penalty.
public enum LossFunction: String, Sendable, CaseIterable {
  /// The mean of `-log softmax(logits)[label]`, in nats, for labels that are class numbers.
  case sparseCategoricalCrossentropy = "sparse_categorical_crossentropy"

  /// The mean of `(output - target)^2`, without a half.
  case meanSquaredError = "mean_squared_error"
}

extension LossFunction {
  /// Adds the sums over the rows of a batch, and writes the gradient when it has a place.
  func accumulate(
    _ kernels: borrowing ck_kernels, outputs: inout ck_outputs, answers: Answers,
    into sums: inout ck_loss_sums
  ) {
    switch (self, answers) {
    case (.sparseCategoricalCrossentropy, .labels(let labels)):
      kernels.cross_entropy(&outputs, labels, &sums)
    case (.meanSquaredError, .targets(let targets)):
      kernels.squared_error(&outputs, targets, &sums)
    default:
      preconditionFailure("\(rawValue) does not fit these samples' labels or targets")
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
