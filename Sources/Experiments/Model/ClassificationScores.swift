public import Runs

/// The scores of a classification.
public struct ClassificationScores: Sendable, Equatable {
  /// The share of rows classified right; rows of a class that the model does not have are wrong.
  public var accuracy: Double

  /// The mean of the classes' F1 scores, over the classes that occur in the file or in the predictions.
  ///
  /// F1 is `2 TP / (2 TP + FP + FN)`, as in scikit-learn's `f1_score(average="macro")`.
  public var macroF1: Double

  /// The expected calibration error over 15 bins of equal width; `nil` without rows.
  public var calibrationError: Double?

  /// The scores that look at probabilities and at single classes.
  public var details: ClassScores

  /// What was taken for what.
  public var confusion: ConfusionMatrix

  /// Creates scores of a confusion matrix and of probabilities.
  public init(confusion: ConfusionMatrix, details: ClassScores) {
    self.details = details
    accuracy = confusion.accuracy
    macroF1 = confusion.macroF1
    calibrationError = details.calibrationError
    self.confusion = confusion
  }
}

/// How often each class was taken for each.
public struct ConfusionMatrix: Sendable, Equatable {
  /// The classes of the model, and after them those of the file that the model does not have.
  public var classes: [String]

  /// The counts, one row a true class, one column a predicted one.
  public var counts: [[Int]]

  /// Creates a matrix.
  ///
  /// - Precondition: The counts are square, one row a class.
  public init(classes: [String], counts: [[Int]]) {
    precondition(
      counts.count == classes.count && counts.allSatisfy { $0.count == classes.count },
      "\(classes.count) classes need as many rows and columns")
    self.classes = classes
    self.counts = counts
  }

  /// The share of the counts on the diagonal; NaN without counts.
  public var accuracy: Double {
    let correct = classes.indices.reduce(0) { $0 + counts[$1][$1] }
    return Double(correct) / Double(counts.joined().reduce(0, +))
  }

  /// The mean F1 of the classes that occur; NaN without counts.
  public var macroF1: Double {
    let scores = classes.indices.compactMap { index -> Double? in
      let truth = counts[index].reduce(0, +)
      let predicted = counts.reduce(0) { $0 + $1[index] }
      guard truth + predicted > 0 else { return nil }
      return 2 * Double(counts[index][index]) / Double(truth + predicted)
    }
    return scores.reduce(0, +) / Double(scores.count)
  }
}
