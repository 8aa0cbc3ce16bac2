extension DriftDefinition {
  /// What is said of each feature in the end.
  static let verdict = [
    DriftDefinition(
      name: "missing",
      formula: "reference, current: the share of missing cells; p: Fisher's exact test of the 2 x"
        + " 2 table of missing and present cells, two-sided; drifted: p, adjusted, < 0.05 and"
        + " |a - b| / (2 sqrt(s (1 - s))) at least 0.1, a and b the shares and s their mean",
      defaults: "empty cells and the words for a missing value; shares are 0, and p null, for a"
        + " table without rows; adjusted among the columns with gaps: where nothing, or"
        + " everything, is missing in both tables p is 1 and p_adjusted null; takes no part in"
        + " the feature's p_adjusted and drifted",
      source: "Fisher, Statistical Methods for Research Workers (1934); Tarone, Biometrics 46"
        + " (1990)"),
    DriftDefinition(
      name: "p_adjusted",
      formula: "the i-th smallest of t p values becomes the least of t p(j) / j over j >= i",
      defaults: "over every feature that has a p (ks or chi2); the target stands alone, so that"
        + " its adjusted p is its p; null without a p",
      source: "Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995)"),
    DriftDefinition(
      name: "drifted",
      formula: "p_adjusted < 0.05 and an effect of at least 0.1",
      defaults: "the effect is the statistic of ks, or cramers_v: neither a small sample's large"
        + " distance nor a huge sample's small p is enough",
      source: "this program"),
  ]

  /// What a model makes of each feature.
  static let model = [
    DriftDefinition(
      name: "use",
      formula: "sqrt(sum over the feature's inputs of (sd of the input * norm of the weights that"
        + " leave it)^2) / the largest of all features",
      defaults: "with --model; sd over the reference, of more than 2,000 rows a draw of so many;"
        + " an embedding counts by its numbers; 0 of a feature that is no input",
      source: "this program")
  ]

  /// What is said of all features together.
  static let whole = [
    DriftDefinition(
      name: "share_drifted",
      formula: "drifted features / features with a p_adjusted",
      defaults: "the target does not count; null when no feature has a p",
      source: "this program"),
    DriftDefinition(
      name: "summary",
      formula: "the verdict in a line of plain words: of a feature with its evidence and the"
        + " corrected p (its own beside it, alone, where few values leave it open), of the whole"
        + " with how many features drifted, and which most; then of missing values that drifted,"
        + " and of what a classifier made of all features together",
      defaults: "most: the largest effect, times the use of the feature where a model is known; the"
        + " model leans on a feature whose use is at least half of the largest",
      source: "this program"),
  ]
}
