import Datasets
import Runs

/// A feature whose name is that of the target with something added, as copies have.
struct TargetNameCheck: Check {
  let name = "named-like-target"
  let why = "A copy of the target among the features is the answer given away."

  /// Words that make another name of a target's: what copies, codes and merged tables are called.
  private static let additions: Set<String> = [
    "copy", "label", "labels", "encoded", "enc", "code", "codes", "num", "int", "float", "bool",
    "flag",
    "class", "target", "true", "actual", "real", "pred", "predicted", "prediction", "proba", "prob",
    "x",
    "y", "orig", "original", "raw", "scaled", "log", "norm", "normalized", "binary", "cat",
    "category",
    "onehot", "dummy", "is",
  ]

  func findings(in examination: Examination) -> [Finding] {
    let target = NameWords.of(examination.configuration.data.target)
    guard !target.isEmpty else { return [] }
    return examination.features.compactMap { feature in
      let words = NameWords.of(feature)
      let rest: ArraySlice<String>
      if words.starts(with: target) {
        rest = words.dropFirst(target.count)
      } else if words.suffix(target.count).elementsEqual(target) {
        rest = words.dropLast(target.count)
      } else {
        return nil
      }
      // Words of one letter alone, such as x_1 beside the target x, tell nothing.
      guard rest.allSatisfy(Self.additions.contains), target.joined().count > 1 else { return nil }
      return finding(
        .warning,
        "The name is that of the target, \(examination.configuration.data.target.quotedForMessage)"
          + (rest.isEmpty ? ", in another spelling." : ", with \(rest.joined(separator: ", "))."),
        in: examination.fitted?.path, column: feature,
        action: "Leave it out with --drop, unless it is known before the answer.")
    }
  }
}
