extension DriftDefinition {
  /// What models show: of the predictions with `--model`, of all features together with `--multivariate`.
  static let together = [
    DriftDefinition(
      name: "prediction",
      formula:
        "predicted: the drift of what the model predicts; probabilities: that of the probability"
        + " of each class, p_CLASS; both with the numbers of a feature",
      defaults:
        "predicted classes are categories, whatever their spelling, and predicted numbers are in"
        + " the target's units; corrected for the number of comparisons among predictions alone, of two"
        + " classes' probabilities, of which one is 1 less the other, as one; rows, or"
        + " series, that the model predicts; probabilities of a classification only",
      source:
        "Lipton, Wang and Smola, ICML 2018, and Rabanser, Guennemann and Lipton, NeurIPS 2019: tests"
        + " of a classifier's outputs"),
    DriftDefinition(
      name: "classifier_auc",
      formula:
        "auc: how often a classifier that learned to tell the tables apart gives a current row a"
        + " higher score than one of the reference, ties counting half; p: (1 + permutations with at"
        + " least this auc) / (1 + permutations); use: how much auc is lost when a column's cells are"
        + " shuffled among the rows that are scored",
      defaults:
        "at most 10,000 rows of each table, drawn by --seed; numbers standardised, cut at 5 and"
        + " with gaps filled by the median, categories and gaps as 0 and 1, fitted on both tables"
        + " together; a linear discriminant on these inputs, their products by twos and 128 cosines of"
        + " random projections; scores of five stratified folds that were not learned from, auc as the"
        + " mean over folds; 999 permutations within folds, of which each learns anew; null with fewer"
        + " than two rows of a table, and when no column varies",
      source:
        "Lopez-Paz and Oquab, ICLR 2017; Phipson and Smyth, Statistical Applications in Genetics"
        + " and Molecular Biology 9 (2010); Breiman, Machine Learning 45 (2001), the use"),
    DriftDefinition(
      name: "mmd",
      formula:
        "statistic: mean k(x, x') + mean k(y, y') - 2 mean k(x, y) over pairs of different rows,"
        + " k(x, y) = exp(-|x - y|^2 / (2 s^2)); p: as for classifier_auc",
      defaults:
        "the unbiased estimate of the squared maximum mean discrepancy, which may be below 0;"
        + " at most 2,000 of the rows of classifier_auc from each table, with its inputs; s is the"
        + " median distance between rows, of 1,000 drawn ones when there are more; 999 permutations",
      source:
        "Gretton, Borgwardt, Rasch, Schoelkopf and Smola, Journal of Machine Learning Research"
        + " 13 (2012)"),
  ]
}
