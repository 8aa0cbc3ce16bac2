import Datasets
import Runs

/// Columns that one file has and another has not, and columns in another order.
struct ColumnsCheck: Check {
  let name = "columns-differ"
  let why = "What a model learned on has to be there wherever it is used; training does not begin."

  func findings(in examination: Examination) -> [Finding] {
    guard let first = examination.files.first else { return [] }
    let dropped = Set(examination.configuration.data.drop)
    return examination.files.dropFirst().flatMap { file in
      let (here, there) = (Set(file.names), Set(first.names))
      // Without answers the accuracy on test is estimated.
      let spared = file.split == .test ? examination.configuration.data.target : nil
      let missing = first.names.filter {
        !here.contains($0) && !dropped.contains($0) && $0 != spared
      }
      let more = file.names.filter { !there.contains($0) && !dropped.contains($0) }
      let found =
        missing.map { absent($0, from: file, presentIn: first) }
        + more.map { absent($0, from: first, presentIn: file) }
      return found.isEmpty && here == there && file.names != first.names
        ? [reordered(file, first)] : found
    }
  }

  private func absent(
    _ column: String, from file: ExaminedFile, presentIn other: ExaminedFile
  ) -> Finding {
    let near = NearNames.of(column, among: file.names.filter { !other.names.contains($0) })
    let hint = near.first.map { "; \($0.quotedForMessage) may be meant for it" } ?? ""
    return finding(
      .error, "The column is missing here, and \(other.path.pathForMessage) has it\(hint).",
      in: file.path, column: column,
      action: near.isEmpty
        ? "Add it, or leave it out everywhere with --drop." : "Give it one name in all files.")
  }

  private func reordered(_ file: ExaminedFile, _ first: ExaminedFile) -> Finding {
    finding(
      .note, "The columns stand in another order than in \(first.path.pathForMessage).",
      in: file.path,
      why: "Columns are told by their names, so that nothing is mixed up here; a program that goes "
        + "by their order would mix them up.",
      action: "Nothing, or write the columns in one order.")
  }
}
