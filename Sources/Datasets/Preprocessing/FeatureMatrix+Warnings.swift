extension FeatureMatrix {
  /// What a person should know about cells that are not in the inputs as they are in the file.
  ///
  /// - Parameters:
  ///   - place: whose rows they are, such as a split or a path.
  ///   - options: how the pipeline that made the matrix was fitted.
  /// - Returns: how many cells were cut, and how many are of a category that fitting has never seen.
  public func warnings(about place: String, options: PreprocessingOptions) -> [DatasetWarning] {
    var warnings: [DatasetWarning] = []
    if !limitedCellsByColumn.isEmpty {
      let cells = limitedCellsByColumn.values.reduce(0, +)
      warnings.append(
        DatasetWarning(
          "\(place): \(counted(cells, "cell")) of "
            + "\(counted(limitedCellsByColumn.count, "column")) cut at the limits of --clip"))
    }
    if clippedCells > 0 {
      let clips = Set(clippedCellsByColumn.keys.compactMap(options.clip))
      let limit = clips.count == 1 ? clips.first.map { " at +-\(number($0))" } : nil
      warnings.append(
        DatasetWarning(
          "\(place): \(counted(clippedCells, "scaled cell")) of "
            + "\(counted(clippedCellsByColumn.count, "column")) cut\(limit ?? "")"))
    }
    if !unseenCellsByColumn.isEmpty {
      let names = unseenCellsByColumn.keys.sorted()
      let more = names.count > 5 ? " and \(names.count - 5) more" : ""
      warnings.append(
        DatasetWarning(
          "\(place): \(counted(unseenCellsByColumn.values.reduce(0, +), "cell")) with a category "
            + "that was not seen in fitting (\(names.prefix(5).joined(separator: ", "))\(more))"))
    }
    return warnings
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
  }
}
