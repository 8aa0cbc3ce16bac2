/// How well a score ranks the rows of a class above all others.
struct RankingScores {
  /// The area under the ROC curve: the chance that a row of the class has the higher score, ties counting
  /// half (Mann and Whitney, 1947; scikit-learn's `roc_auc_score`).
  let rocAUC: Double

  /// The average precision, `sum (R_n - R_n-1) P_n` over the thresholds from the highest score down
  /// (scikit-learn's `average_precision_score`).
  let averagePrecision: Double

  /// Ranks scores; `nil` unless there are rows of the class and others, and all scores are numbers.
  init?(_ scores: [Double], isPositive: [Bool]) {
    let positives = isPositive.count { $0 }
    let negatives = isPositive.count - positives
    guard positives > 0, negatives > 0, scores.allSatisfy({ !$0.isNaN }) else { return nil }
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    var hits = 0
    var misses = 0
    var area = 0.0
    var precision = 0.0
    var place = 0
    while place < order.count {
      // Rows of one score lie behind one threshold.
      let score = scores[order[place]]
      let before = (hits, misses)
      while place < order.count, scores[order[place]] == score {
        if isPositive[order[place]] { hits += 1 } else { misses += 1 }
        place += 1
      }
      area += Double(misses - before.1) * Double(hits + before.0) / 2
      precision += Double(hits - before.0) * Double(hits) / Double(hits + misses)
    }
    rocAUC = area / (Double(positives) * Double(negatives))
    averagePrecision = precision / Double(positives)
  }
}
