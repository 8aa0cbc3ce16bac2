import Datasets
import Runs

/// A feature that alone tells the target: mostly what is known only when the answer is.
struct TargetLeakCheck: Check {
  let name = "predicts-target"
  let why =
    "A column that tells the answer by itself is mostly made from it, or filled in after it: every "
    + "score is near perfect, and where the model must work the column is not known."

  /// The samples that are looked at, and the fewest that tell something.
  private static let most = 4000
  private static let fewest = 20

  /// The share of the errors of guessing that a column may leave, and of the variance that it may
  /// explain.
  private static let fewestErrors = 0.05
  private static let mostExplained = 0.98

  func findings(in examination: Examination) -> [Finding] {
    guard let labels = examination.labels else { return [] }
    let identifiers = Set(examination.identifiers.map(\.column))
    let features = examination.features.filter { !identifiers.contains($0) }
    let files = [Runs.Split.train, .source].compactMap { examination[$0] }
    let cells = Self.most * features.count
    return features.concurrentMap(work: cells * 40) { feature in
      files.lazy.compactMap { self.finding(feature, in: $0, labels) }.first
    }.compactMap(\.self)
  }

  private func finding(
    _ feature: String, in file: ExaminedFile, _ labels: ExaminedLabels
  ) -> Finding? {
    guard let encoded = labels[file.split], let column = file.table[feature],
      encoded.samples.count >= Self.fewest, file.profile(feature)?.onlyValue == nil
    else { return nil }
    let drawn = RowDraw.rows(of: encoded.samples.count, limit: Self.most)
    let prediction = OneColumnPrediction(
      column, rows: drawn.map { file.row(ofSample: encoded.samples[$0]) })
    let how: String
    switch encoded.target {
    case .classes(let codes):
      let guessing = 1 - Double(encoded.counts.max() ?? 0) / Double(codes.count)
      let errors = prediction.errors(of: drawn.map { codes[$0] })
      guard guessing > 0, errors <= Self.fewestErrors * guessing else { return nil }
      how =
        "\(percent(1 - errors)) of rows that it was not fitted on, guessing "
        + "\(percent(1 - guessing))"
    case .values(let values):
      let explained = prediction.explained(of: drawn.map { values[$0] })
      guard explained >= Self.mostExplained else { return nil }
      how = "\(percent(explained)) of the variance on rows that it was not fitted on"
    }
    return finding(
      .warning, "The column alone tells \(labels.encoder.column.quotedForMessage): \(how).",
      in: file.path, column: feature,
      action: "Leave it out with --drop, unless it is known before the answer.")
  }
}
