import Experiments
import Runs

/// Fewer rows than a batch takes.
struct BatchSizeCheck: Check {
  let name = "rows-below-batch"
  let why =
    "Every epoch is then one step on all rows: few steps for the learning rate that is set, and "
    + "none of the noise that a batch is taken for."

  func findings(in examination: Examination) -> [Finding] {
    let configuration = examination.configuration
    return [Runs.Split.source, .train].compactMap { split in
      guard let file = examination[split] else { return nil }
      let kept = 1 - (split == .train ? configuration.data.validationSplit : 0)
      let rows =
        examination.rehearsal.summary?.rows[split] ?? Int((Double(file.samples) * kept).rounded())
      guard rows < configuration.batchSize else { return nil }
      return finding(
        .warning,
        "A batch takes \(configuration.batchSize) \(file.noun), and training has \(rows).",
        in: file.path, action: "Give a smaller --batch-size, or more rows.")
    }
  }
}
