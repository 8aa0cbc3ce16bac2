/// How one column of categories becomes inputs: one for each category that is not rare, one for all
/// rare ones together, one for those never seen in fitting.
///
/// A category is rare when it occurs in fewer than 5 rows and in less than 1 % of the rows of the
/// fitting table; beyond the 255 most frequent ones every category counts as rare. The rare bucket
/// exists where there is a rare category. The unseen bucket always exists. It is 0 throughout
/// fitting, so a base model learns nothing about it, and what fine-tuning sees of new categories
/// trains it; a penalty draws its weights to 0 otherwise.
struct CategoricalFeature: Sendable, Codable, Equatable {
  /// A category that occurs in fewer rows than this may be rare.
  static let rareCount = 5
  /// A category of a smaller share of the rows than this may be rare.
  static let rareShare = 0.01
  /// The largest number of categories with an input of their own.
  static let largestNumberOfInputs = 255

  let name: String
  /// The categories with an input of their own; empty when the column was constant in fitting.
  let levels: [String]
  /// The categories that share the rare bucket.
  let rareLevels: [String]
  /// What fills a gap: the most frequent category, the first in order among equals.
  let mostFrequent: String
  /// Whether missingness is an input: where there were gaps in fitting.
  let hasIndicator: Bool

  private var hasCategories: Bool { !levels.isEmpty }

  var inputs: [InputDescription] {
    var parts: [InputDescription.Part] = []
    if hasCategories {
      parts += levels.map { .category($0) }
      if !rareLevels.isEmpty { parts.append(.rare) }
      parts.append(.unseen)
    }
    if hasIndicator { parts.append(.missingIndicator) }
    return parts.map { InputDescription(column: name, part: $0) }
  }
}

extension CategoricalFeature {
  /// Fits a column.
  ///
  /// - Throws: `DatasetError` when every value is missing.
  static func fit(
    name: String, column: CategoricalColumn
  ) throws(DatasetError) -> CategoricalFeature {
    let counted = zip(column.levels, column.levelCounts).enumerated()
      .map { (order: $0.offset, level: $0.element.0, count: $0.element.1) }
      .filter { $0.count > 0 }
    let byFrequency = counted.sorted { ($1.count, $0.order) < ($0.count, $1.order) }
    guard let mostFrequent = byFrequency.first else {
      throw DatasetError(.allMissing, column: name)
    }
    let rareBelow = rareShare * Double(column.codes.count)
    let kept = byFrequency.prefix(largestNumberOfInputs)
      .filter { $0.count >= rareCount || Double($0.count) >= rareBelow }
    let keptLevels = Set(kept.map(\.level))
    let levels = counted.map(\.level).filter { keptLevels.contains($0) }
    let rareLevels = counted.map(\.level).filter { !keptLevels.contains($0) }
    // One bucket that takes every row says nothing.
    let varies = levels.count + (rareLevels.isEmpty ? 0 : 1) > 1
    return CategoricalFeature(
      name: name, levels: varies ? levels : [], rareLevels: varies ? rareLevels : [],
      mostFrequent: mostFrequent.level, hasIndicator: column.codes.contains { $0 < 0 })
  }

  /// Writes the inputs of a column.
  ///
  /// - Returns: how many cells hold a category that did not occur in fitting.
  func write(_ column: CategoricalColumn, into block: InputBlock) -> CellCounts {
    let unseenInput = levels.count + (rareLevels.isEmpty ? 0 : 1)
    let indicator = hasCategories ? unseenInput + 1 : 0
    var inputOfLevel: [String: Int] = [:]
    for (index, level) in levels.enumerated() { inputOfLevel[level] = index }
    for level in rareLevels { inputOfLevel[level] = levels.count }
    let inputs = column.levels.map { inputOfLevel[$0] ?? unseenInput }
    let fill = inputOfLevel[mostFrequent] ?? unseenInput
    var counts = CellCounts()
    for (row, code) in column.codes.enumerated() {
      if hasCategories {
        let input = code < 0 ? fill : inputs[Int(code)]
        if input == unseenInput { counts.unseen += 1 }
        block[row, input] = 1
      }
      if hasIndicator, code < 0 { block[row, indicator] = 1 }
    }
    return counts
  }
}
