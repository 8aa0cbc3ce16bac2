import Datasets
public import Shift

extension PredictionDrift {
  /// Compares what a model predicts for two files.
  ///
  /// Of a classification, the predicted classes are a categorical feature `prediction` and the
  /// probability of each class a numeric feature `p_CLASS`; of a regression the numbers are one.
  ///
  /// - Parameter predictions: The predictions of one model.
  public init(_ predictions: Paired<Predictions>) {
    switch (predictions.reference.outcome, predictions.current.outcome) {
    case (
      .classes(let reference, let referenceProbabilities, let classes),
      .classes(let current, let currentProbabilities, _)
    ):
      func column(_ predicted: [Int]) -> CategoricalColumn {
        CategoricalColumn(codes: predicted.map { Int32($0) }, levels: classes)
      }
      func sample(_ probabilities: [Double], _ place: Int) -> SortedSample {
        SortedSample(
          stride(from: place, to: probabilities.count, by: classes.count).map { probabilities[$0] })
      }
      self.init(
        rows: Paired(reference: reference.count, current: current.count),
        predicted: .categoricalDrift(
          name: Self.name, reference: column(reference), current: column(current)),
        probabilities: classes.enumerated().map { place, label in
          .numericDrift(
            name: "p_\(label)", reference: sample(referenceProbabilities, place),
            current: sample(currentProbabilities, place))
        })
    case (.values(let reference), .values(let current)):
      self.init(
        rows: Paired(reference: reference.count, current: current.count),
        predicted: .numericDrift(
          name: Self.name, reference: SortedSample(reference), current: SortedSample(current)),
        probabilities: [])
    default: preconditionFailure("the predictions of one model are of one kind")
    }
  }

  private static let name = "prediction"
}
