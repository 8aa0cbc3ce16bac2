import Foundation
import Runs

extension ClassScores {
  /// The numbers of the most probable classes that are looked at.
  private static let depths = [2, 3, 5]

  /// Scores probabilities against the true classes.
  ///
  /// - Parameters:
  ///   - probabilities: The probabilities of the model's classes, row by row.
  ///   - labels: The true class of each row; a number that is none of the model's counts as wrong, and is
  ///     left out of the log loss and of the curves.
  ///   - names: The model's classes.
  init(_ probabilities: ClassProbabilities, labels: [Int32], names: [String]) {
    let width = names.count
    let known = labels.indices.filter { labels[$0] >= 0 && Int(labels[$0]) < width }
    var truePositives = [Int](repeating: 0, count: width)
    var predicted = truePositives
    var support = truePositives
    for (row, label) in labels.enumerated() {
      predicted[probabilities.predicted[row]] += 1
      guard label >= 0, Int(label) < width else { continue }
      support[Int(label)] += 1
      if probabilities.predicted[row] == Int(label) { truePositives[Int(label)] += 1 }
    }
    let classes = names.indices.map { index -> OfClass in
      let ranking = RankingScores(
        known.map { probabilities.values[$0 * width + index] },
        isPositive: known.map { Int(labels[$0]) == index })
      func share(_ part: Int, _ whole: Int) -> Double {
        whole == 0 ? 0 : Double(part) / Double(whole)
      }
      return OfClass(
        name: names[index], support: support[index],
        precision: share(truePositives[index], predicted[index]),
        recall: share(truePositives[index], support[index]),
        f1: share(2 * truePositives[index], predicted[index] + support[index]),
        rocAUC: ranking?.rocAUC, prAUC: ranking?.averagePrecision)
    }
    let foreign = Set(labels.filter { $0 < 0 || Int($0) >= width })
    let occurring = classes.indices.filter { support[$0] + predicted[$0] > 0 }
    let losses = known.map { -log(probabilities.values[$0 * width + Int(labels[$0])]) }
    self.init(
      macroF1: Self.mean(
        occurring.map { classes[$0].f1 } + foreign.map { _ in 0 }),
      logLoss: Self.mean(losses),
      rocAUC: Self.mean(classes.compactMap(\.rocAUC)),
      prAUC: width == 2 ? classes[1].prAUC : Self.mean(classes.compactMap(\.prAUC)),
      calibrationError: probabilities.calibrationError(labels: labels),
      topK: Self.depths.filter { $0 < width }.reduce(into: [:]) { shares, depth in
        shares[depth] = Self.topShare(depth, probabilities, labels, known, width)
      }, classes: classes)
  }

  /// The share of rows whose class is among the `depth` most probable, the first of equal ones first.
  private static func topShare(
    _ depth: Int, _ probabilities: ClassProbabilities, _ labels: [Int32], _ known: [Int],
    _ width: Int
  ) -> Double? {
    guard !labels.isEmpty else { return nil }
    let hits = known.count { row in
      let label = Int(labels[row])
      let own = probabilities.values[row * width + label]
      let above = (0..<width).count { other in
        let value = probabilities.values[row * width + other]
        return value > own || (value == own && other < label)
      }
      return above < depth
    }
    return Double(hits) / Double(labels.count)
  }

  private static func mean(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    return mean.isNaN ? nil : mean
  }
}
