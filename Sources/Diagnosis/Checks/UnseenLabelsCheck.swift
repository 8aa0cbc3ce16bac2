import Datasets
import Runs

/// Classes of test that nothing was learned about.
struct UnseenLabelsCheck: Check {
  let name = "unseen-labels"
  let why =
    "A class that is not among the outputs can never be predicted: such rows count as wrong."

  func findings(in examination: Examination) -> [Finding] {
    guard let file = examination[.test], let labels = examination.labels,
      let test = labels[.test], !test.unknownClasses.isEmpty
    else { return [] }
    let rows = test.unknownClasses.values.reduce(0, +)
    let names = test.unknownClasses.keys.sorted()
    return [
      finding(
        rows == test.samples.count ? .error : .warning,
        "\(rows) of \(test.samples.count) \(file.noun) are of a class that is not learned: "
          + listed(names) + ". Learned are " + listed(labels.encoder.classes) + ".",
        in: file.path, column: labels.encoder.column,
        action:
          "Spell the classes alike in all files, add rows of the new ones to train, or leave those "
          + "rows out of test.")
    ]
  }
}
