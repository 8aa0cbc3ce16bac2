import Datasets
import Runs

/// A class of many times the rows of another, with no weights to make up for it.
struct ClassImbalanceCheck: Check {
  let name = "class-imbalance"
  let why =
    "Always guessing the large class is right so often that the network may learn nothing else; "
    + "accuracy then hides how the small one fares."

  /// The largest class over the smallest from which on it is told.
  private static let ratio = 8.0

  func findings(in examination: Examination) -> [Finding] {
    guard let labels = examination.labels, let train = labels[.train],
      let file = examination[.train], examination.configuration.classWeights == nil,
      examination.configuration.data.sampleWeight == nil
    else { return [] }
    let all = labels.learnedCounts
    let usual = Double(all.upperMiddle ?? 0)
    // Stray labels are another mistake, and a class of source alone is none of train's.
    let classes = train.counts.indices.filter {
      train.counts[$0] > 0 && !StrayLabelsCheck.isStray(all[$0], usual: usual)
    }
    guard let small = classes.min(by: { train.counts[$0] < train.counts[$1] }),
      let large = classes.max(by: { train.counts[$0] < train.counts[$1] }),
      Double(train.counts[large]) >= Self.ratio * Double(train.counts[small])
    else { return [] }
    func told(_ index: Int) -> String {
      "\(labels.encoder.classes[index].quotedForMessage) has \(train.counts[index])"
    }
    return [
      finding(
        .warning, "Of \(train.samples.count) \(file.noun) \(told(large)) and \(told(small)).",
        in: file.path, column: labels.encoder.column,
        action: "Give --class-weight balanced, and look at F1 or PR AUC in place of accuracy.")
    ]
  }
}
