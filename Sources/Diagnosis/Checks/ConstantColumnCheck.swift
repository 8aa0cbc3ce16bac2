import Datasets
import Foundation
import Runs

/// Columns of one value.
struct ConstantColumnCheck: Check {
  let name = "constant-column"
  let why = "What is the same everywhere tells nothing; such a column is left out of the inputs."

  func findings(in examination: Examination) -> [Finding] {
    guard let fitted = examination.fitted else { return [] }
    return examination.files.flatMap { file in
      examination.features.compactMap { column in
        if file.split == fitted.split { return finding(column, inFitted: file, examination) }
        // What does not vary there is left out everywhere: of other files nothing is to be said.
        return fitted.profile(column)?.onlyValue == nil
          ? finding(column, in: file, examination) : nil
      }
    }
  }

  private func finding(
    _ column: String, inFitted file: ExaminedFile, _ examination: Examination
  ) -> Finding? {
    guard let message = message(column, file) else { return nil }
    let varying = examination.files.filter { varies(column, in: $0) }.map(\.path.pathForMessage)
    if varying.isEmpty {
      return finding(
        .note, message + ".", in: file.path, column: column, action: "Leave it out with --drop.")
    }
    return finding(
      .note, message + "; it varies in \(varying.joined(separator: " and ")).", in: file.path,
      column: column,
      why: "Nothing can be learned from it here, so that it is left out of the inputs everywhere.",
      action: "Find out why it does not vary, or leave it out with --drop.")
  }

  private func finding(
    _ column: String, in file: ExaminedFile, _ examination: Examination
  ) -> Finding? {
    guard let message = message(column, file), let profile = file.profile(column),
      let varying = examination.files.first(where: { varies(column, in: $0) })
    else { return nil }
    // Of a column that is nearly always the same elsewhere a few rows may all be so by chance.
    let chance = pow(varying.profile(column)?.largestShare ?? 0, Double(profile.present))
    guard chance < 0.001 else { return nil }
    return finding(
      .warning, message + "; it varies in \(varying.path.pathForMessage).", in: file.path,
      column: column,
      why: "What the model learned from it is of no use here, or the column was not filled in.",
      action: "Find out why it does not vary, or leave it out with --drop.")
  }

  /// What is said of a column of one value; `nil` of others.
  private func message(_ column: String, _ file: ExaminedFile) -> String? {
    guard let profile = file.profile(column), let value = profile.onlyValue, profile.present > 1
    else { return nil }
    return "\(value) in all \(profile.present) rows that have a value"
  }

  private func varies(_ column: String, in file: ExaminedFile) -> Bool {
    file.profile(column).map { $0.present > 1 && $0.onlyValue == nil } ?? false
  }
}
