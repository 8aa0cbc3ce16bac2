import Datasets
import Foundation
import Runs

/// Columns of one value.
struct ConstantColumnCheck: Check {
  let name = "constant-column"
  let why = "What is the same everywhere tells nothing; such a column is left out of the inputs."

  func findings(in examination: Examination) -> [Finding] {
    examination.files.flatMap { file in
      examination.features.compactMap { finding($0, in: file, examination) }
    }
  }

  private func finding(
    _ column: String, in file: ExaminedFile, _ examination: Examination
  ) -> Finding? {
    guard let profile = file.profile(column), let value = profile.onlyValue, profile.present > 1
    else { return nil }
    let varying = examination.files.first { other in
      other.profile(column).map { $0.present > 1 && $0.onlyValue == nil } ?? false
    }
    let message = "\(value) in all \(profile.present) rows that have a value"
    guard let varying else {
      return finding(
        .note, message + ".", in: file.path, column: column, action: "Leave it out with --drop.")
    }
    let isFitted = file.split == examination.fitted?.split
    // Of a column that is nearly always the same elsewhere a few rows may all be so by chance.
    let chance = pow(varying.profile(column)?.largestShare ?? 0, Double(profile.present))
    guard isFitted || chance < 0.001 else { return nil }
    return finding(
      isFitted ? .note : .warning,
      message + ", and in \(varying.path.cleaned) it varies.", in: file.path, column: column,
      why: isFitted
        ? "Nothing can be learned from it here, so that it is left out everywhere."
        : "What the model learned from it is of no use here, or the column was not filled in.",
      action: "Find out why it does not vary, or leave it out with --drop.")
  }
}
