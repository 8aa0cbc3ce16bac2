import Datasets
import Experiments
import Runs
import Shift

/// The two tables of `drift`: what features are compared by, and what the label is.
struct DriftTables {
  private let features: Paired<Table>
  private let labels: Paired<Table>?
  private let target: String?
  private let files: Paired<String>

  /// What a person should know about the files, a line each.
  let warnings: [String]

  /// Reads the files.
  ///
  /// - Parameters:
  ///   - reference: The file that the other is compared with.
  ///   - current: The file whose distribution may have moved.
  ///   - target: The column of the label, if any.
  ///   - usualTarget: What is the label without `target`, where the files have it.
  ///   - options: How the files are read. Of series the label counts once for each, and the columns
  ///     that name series and step are left out.
  ///   - report: Is told how far the reading has come.
  /// - Throws: A `DatasetError` for files that cannot be used.
  init(
    _ reference: String, _ current: String, target: String?, usualTarget: String? = nil,
    options: ReadOptions,
    report: @escaping @Sendable (WorkProgress) -> Void
  ) throws(DatasetError) {
    var options = options
    options.target = target ?? usualTarget.flatMap { options.drop.contains($0) ? nil : $0 }
    options.unlabelled = [reference, current]
    let tables = try TableReader(options, report: WorkProgress.reading(report)).read([
      reference, current,
    ])
    files = Paired(reference: reference, current: current)
    let column = options.target
    let unlabelled = column.map { column in tables.filter { $0[column] == nil } } ?? []
    if let target, unlabelled.count == tables.count {
      throw DatasetError(
        .unknownColumn(
          option: "--target", suggestions: NearNames.of(target, among: tables[0].names)),
        file: reference, column: target)
    }
    // Without labels on both sides there is nothing to compare; where they are, they are no feature either.
    self.target = unlabelled.count < tables.count ? column : nil
    warnings =
      (reference == current ? [tables[0]] : tables).flatMap(\.warnings).map(\.message)
      + (unlabelled.count == 1
        ? unlabelled.map {
          "\($0.source.pathForMessage): there is no column '\(column ?? "")'; labels are not compared"
        }
        : [])
    guard let sequence = options.sequence else {
      features = Paired(reference: tables[0], current: tables[1])
      labels = nil
      return
    }
    let series = Paired(
      reference: try SeriesTable(tables[0], by: sequence),
      current: try SeriesTable(tables[1], by: sequence))
    features = Paired(reference: series.reference.steps, current: series.current.steps)
    labels =
      if let column, unlabelled.isEmpty {
        Paired(
          reference: try series.reference.labels(in: column),
          current: try series.current.labels(in: column))
      } else {
        nil
      }
  }

  /// The number of columns that are compared.
  var columnCount: Int { features.reference.names.count }

  /// Whether there is nothing that could be compared but predictions.
  var isEmpty: Bool {
    let names = features.current.names
    return !features.reference.names.contains { names.contains($0) }
  }

  /// The drift of every feature and of the label.
  ///
  /// - Parameter counting: Is told how many columns have been compared.
  /// - Returns: The report.
  func report(counting: @escaping @Sendable (Int) -> Void) -> DriftReport {
    var report = DriftReport.compare(
      reference: features.reference, current: features.current, target: target, report: counting)
    if let labels {
      report.label =
        DriftReport.compare(
          reference: labels.reference, current: labels.current, target: target
        ).label
    }
    return report
  }

  /// The drift of what a model predicts, with how much it uses each column of the reference, and with what a
  /// person should know about its reading of the files.
  ///
  /// - Throws: What ``Experiments/TrainedModel/predict(_:)`` throws.
  func predictions(
    of model: TrainedModel, report: @escaping @Sendable (WorkProgress) -> Void
  ) throws -> (drift: PredictionDrift, use: [String: Double], warnings: [String]) {
    let reference = try model.predict(files.reference, report: report)
    let current =
      files.current == files.reference
      ? reference : try model.predict(files.current, report: report)
    let both = files.current == files.reference ? [reference] : [reference, current]
    return (
      PredictionDrift(Paired(reference: reference, current: current)), reference.use,
      both.flatMap(\.warnings)
    )
  }

  /// The drift of all features together.
  func multivariate(seed: UInt64) -> MultivariateDrift {
    .between(features, target: target, seed: seed)
  }

  /// A column as it is compared; `nil` when one of the tables lacks it.
  subscript(name: String) -> Paired<Column>? {
    let tables = name == target ? labels ?? features : features
    guard let reference = tables.reference[name], let current = tables.current[name] else {
      return nil
    }
    return Paired(reference: reference, current: current)
  }
}
