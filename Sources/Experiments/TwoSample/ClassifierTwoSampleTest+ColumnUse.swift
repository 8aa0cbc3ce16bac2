import Datasets
import NeuralEngine
import Shift

extension ClassifierTwoSampleTest {
  /// The most rows of each sample that a column's use is measured on.
  private static let mostRowsOfUse = 2000

  /// How much of the area each column's shuffling takes away, most first.
  func uses(_ marks: [Bool]) -> [ClassifierTest.ColumnUse] {
    let weights = weights([marks])
    let parts = partsOfFolds(marks)
    let whole = area(weights, parts, marks, shuffling: nil)
    let names = sample.columns.reduce(into: [String]()) { names, name in
      if names.last != name { names.append(name) }
    }
    return Array(names.enumerated())
      .concurrentMap(work: .max) { number, name in
        ClassifierTest.ColumnUse(
          name: name,
          areaLost: whole - area(weights, parts, marks, shuffling: (name, number)))
      }
      .enumerated().sorted { ($1.element.areaLost, $0.offset) < ($0.element.areaLost, $1.offset) }
      .map(\.element)
  }

  /// Some rows of each fold: those in front, which stand in a random order.
  private func partsOfFolds(_ marks: [Bool]) -> [[Int]] {
    let larger = max(sample.counts.reference, sample.counts.current)
    let share = min(1, Double(Self.mostRowsOfUse) / Double(larger))
    return folds.ranges.map { fold in
      [false, true].flatMap { mark -> ArraySlice<Int> in
        let rows = fold.filter { marks[$0] == mark }
        return rows.prefix(max(1, Int(share * Double(rows.count))))
      }
    }
  }

  /// The mean area over parts of the folds, with the cells of a column shuffled within each.
  private func area(
    _ weights: [DenseMatrix], _ parts: [[Int]], _ marks: [Bool],
    shuffling column: (name: String, number: Int)?
  ) -> Double {
    var random = CounterRandom(
      seed: seed, purpose: .twoSampleTest, index: 10_000 + UInt64(column?.number ?? 0))
    return parts.indices.reduce(0) { area, fold in
      let part = parts[fold]
      let rows = inputs.selecting(part)
      if let column {
        let sources = part.shuffled(using: &random)
        for input in sample.columns.indices where sample.columns[input] == column.name {
          for (place, source) in sources.enumerated() { rows[place, input] = inputs[source, input] }
        }
      }
      let scores = features.features(of: rows).times(weights[fold], rows: 0..<part.count)
      let fresh = rankingArea(
        part.indices.map { scores[$0, 0] }, isCurrent: part.map { marks[$0] }[...])
      return area + folds.share(of: folds.ranges[fold]) * fresh
    }
  }
}
