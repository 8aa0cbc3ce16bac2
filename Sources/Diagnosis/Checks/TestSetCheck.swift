import Datasets
import Runs

/// No test set, or one that is the training set.
struct TestSetCheck: Check {
  let name = "no-test-set"
  let why =
    "Without data from where the model must work nothing tells whether it works there; validation "
    + "rows are of the training distribution."

  func findings(in examination: Examination) -> [Finding] {
    let data = examination.configuration.data
    guard let test = data.test else {
      return [
        finding(
          .warning, "There is no test set.",
          action: "Give --test with data from where the model must work.")
      ]
    }
    if let same = [("train", data.train), ("source", data.source)].first(where: { $0.1 == test }) {
      return [
        finding(
          .error, "Test is the same file as \(same.0).", in: test,
          why:
            "The score on test repeats that on rows that were learned, and the shift is nothing.",
          action: "Give --test with rows that were never learned from.")
      ]
    }
    if data.source == data.train {
      return [
        finding(
          .warning, "Source is the same file as train.", in: data.train,
          why:
            "Fine-tuning goes over what the base has learned, and validation rows are rows that "
            + "the base has seen.", action: "Leave out --source, or give data of another origin.")
      ]
    }
    guard let file = examination[.test], examination.labels != nil else { return [] }
    if file.labels == nil {
      return [
        finding(
          .warning, "Test has no column of the target.", in: file.path, column: data.target,
          why: "Without answers nothing tells whether the model is right where it must work"
            + (examination.labels?.encoder.task == .classification
              ? "; its accuracy can only be estimated." : "."),
          action: "Add the column with the answers.")
      ]
    }
    guard examination.labels?[.test]?.samples.isEmpty == true else { return [] }
    return [
      finding(
        .error, "No row of test has a target.", in: file.path, column: data.target,
        action: "Fill in the target of test.")
    ]
  }
}
