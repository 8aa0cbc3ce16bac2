import Datasets
import Foundation
import NeuralEngine
import Runs

extension EmbeddingSettings {
  /// The embeddings of a network on these inputs.
  ///
  /// A column that is not named becomes `min(600, round(1.6 n^0.56))` numbers, n its inputs (the rule of
  /// fastai; Howard and Gugger, 2020).
  ///
  /// - Throws: A ``SessionFailure`` for a named column that has no categories.
  func embeddings(of inputs: [InputDescription]) throws(SessionFailure) -> [Embedding] {
    var embeddings: [Embedding] = []
    var missing = Set(columns.keys)
    for (index, input) in inputs.enumerated() where input.isOfCategory {
      if let last = embeddings.last, last.inputs.contains(index) { continue }
      let count = inputs[index...].prefix { $0.column == input.column && $0.isOfCategory }.count
      guard let dimensions = dimensions(of: input.column, count: count) else { continue }
      missing.remove(input.column)
      embeddings.append(Embedding(first: index, categories: count, dimensions: dimensions))
    }
    if let name = missing.min() {
      let problem =
        inputs.contains { $0.column == name }
        ? "the column '\(name)' holds numbers" : "there is no column '\(name)' among the inputs"
      throw SessionFailure(
        description: "--embedding: \(problem); name columns of categories".cleaned,
        isWrongUsage: true)
    }
    return embeddings
  }

  private func dimensions(of column: String, count: Int) -> Int? {
    if let dimensions = columns[column] { return dimensions }
    guard isAutomatic, count > Self.smallestCardinality else { return nil }
    return min(600, Int((1.6 * pow(Double(count), 0.56)).rounded()))
  }
}

extension InputDescription {
  /// Whether it tells one category of its column, or one of the buckets of categories.
  fileprivate var isOfCategory: Bool {
    switch part {
    case .category, .rare, .unseen, .bucket: true
    case .value, .missingIndicator, .date, .sine, .cosine: false
    }
  }
}
