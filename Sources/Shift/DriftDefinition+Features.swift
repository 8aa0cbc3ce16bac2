extension DriftDefinition {
  /// What is compared.
  static let rows = [
    DriftDefinition(
      name: "rows",
      formula: "the rows of the reference (n) and of the current table (m)",
      defaults: "missing cells are left out of every statistic, column by column; an infinity in a"
        + " file is an error",
      source: "this program")
  ]

  /// Numbers of numeric features.
  static let numeric = [
    DriftDefinition(
      name: "ks",
      formula: "statistic: the largest distance between the two empirical distribution functions;"
        + " p: how often two samples of one distribution are at least as far apart",
      defaults: "two-sided; p is exact up to 10,000 values in the larger sample, by the share of"
        + " lattice paths that reach the distance, else that of one sample of round(nm/(n+m))"
        + " values against a known distribution; numeric features only",
      source: "Smirnov 1939; Hodges, Arkiv för Matematik 3 (1958); Simard and L'Ecuyer, Journal of"
        + " Statistical Software 39/11 (2011)"),
    DriftDefinition(
      name: "cramer_von_mises",
      formula: "statistic: nm/(n+m) times the mean square distance of the two empirical"
        + " distribution functions over the n + m values; p: the chance of a statistic at"
        + " least as large in two samples of one distribution",
      defaults: "midranks for ties, as in scipy: with ties in samples of unequal size the statistic"
        + " is too large and p too small; p by counting all paths up to 20 values in the larger sample,"
        + " else the limit for large samples at Anderson's moments; null with fewer than two"
        + " values in a sample; infinities count by their rank; numeric features only",
      source: "Anderson, Annals of Mathematical Statistics 33 (1962); Xiao, Gordon and Yakovlev,"
        + " Journal of Statistical Software 17/8 (2006)"),
    DriftDefinition(
      name: "wasserstein",
      formula: "the area between the two empirical distribution functions: how far a value has to"
        + " move on average to turn one sample into the other",
      defaults: "order 1, in the feature's own units; numeric features only",
      source: "Vallender, Theory of Probability and its Applications 18 (1974)"),
    DriftDefinition(
      name: "wasserstein_normed",
      formula: "wasserstein / sd(reference)",
      defaults: "the reference's population standard deviation; null when that is 0, or when one of"
        + " the two is beyond the range of a double",
      source: "as wasserstein"),
    DriftDefinition(
      name: "energy",
      formula: "sqrt(2 * area under the square of the distance of the two empirical distribution"
        + " functions)",
      defaults: "in the root of the feature's units; null when a sample holds an infinity; numeric"
        + " features only",
      source: "Szekely and Rizzo, Journal of Statistical Planning and Inference 143 (2013)"),
    DriftDefinition(
      name: "mean_change",
      formula: "mean(current) - mean(reference)",
      defaults: "in the feature's units; null when a sample holds an infinity; numeric features"
        + " only",
      source: "this program"),
    DriftDefinition(
      name: "variance_ratio",
      formula: "variance(current) / variance(reference)",
      defaults: "population variances; null when the reference's is 0 or a sample holds an"
        + " infinity; numeric features only",
      source: "this program"),
  ]

  /// Numbers of bins and of categories.
  static let shares = [
    DriftDefinition(
      name: "psi",
      formula: "sum over bins of (p - q) ln(p / q), p and q the samples' shares",
      defaults: "bins between the reference's nine deciles (linear interpolation, equal ones"
        + " merged), open at both ends, a value on an edge in the bin above; categories are their"
        + " own bins; shares are at least 1e-4 and not normalised again",
      source: "Kullback and Leibler, Annals of Mathematical Statistics 22 (1951), the symmetric"
        + " divergence; Siddiqi, Credit Risk Scorecards (2006)"),
    DriftDefinition(
      name: "psi_threshold",
      formula: "chi-square quantile(0.95; B - 1) * (1/n + 1/m): what psi stays below in 95 of 100"
        + " comparisons when nothing has moved",
      defaults: "B: the bins that are not empty in both samples; null when B < 2",
      source: "Yurdakul, Statistical Properties of Population Stability Index (2018)"),
    DriftDefinition(
      name: "js",
      formula: "sqrt((KL(p, h) + KL(q, h)) / 2), h = (p + q) / 2: the Jensen-Shannon distance,"
        + " 0 for equal shares and 1 for shares without overlap",
      defaults: "logarithms to base 2; the bins of psi, shares without its floor",
      source: "Lin, IEEE Transactions on Information Theory 37 (1991); Endres and Schindelin,"
        + " same journal 49 (2003)"),
  ]

  /// Numbers of categorical features.
  static let categorical = [
    DriftDefinition(
      name: "chi2",
      formula: "statistic: sum over the 2 x k table of (observed - expected)^2 / expected;"
        + " dof: k - 1; p: the chi-square distribution above the statistic",
      defaults: "raw counts of the categories that occur in either sample, both samples taken as"
        + " samples, no Yates correction; null when k < 2; categorical features only",
      source: "Pearson, Philosophical Magazine 50 (1900)"),
    DriftDefinition(
      name: "g",
      formula: "statistic: twice the sum over the 2 x k table of observed * ln(observed /"
        + " expected); dof: k - 1; p: the chi-square distribution above the statistic",
      defaults: "counts and null as in chi2; categorical features only",
      source: "Wilks, Annals of Mathematical Statistics 9 (1938)"),
    DriftDefinition(
      name: "cramers_v",
      formula: "sqrt(max(0, chi2/N - (k-1)/(N-1)) / min(k' - 1, r' - 1)), k' = k - (k-1)^2/(N-1),"
        + " r' = 2 - 1/(N-1): association of category and sample, from 0 to 1",
      defaults: "the larger sample scaled down to the smaller first, N = 2 min(n, m); null where"
        + " k < 2 or k' leaves no room; categorical features only",
      source: "Cramer 1946; Bergsma, Journal of the Korean Statistical Society 42 (2013)"),
    DriftDefinition(
      name: "new_categories",
      formula: "the categories that occur in the current table and not in the reference",
      defaults: "the most frequent first; compared by their spelling; categorical features only",
      source: "this program"),
    DriftDefinition(
      name: "new_share",
      formula: "the rows of the current table in new_categories / its rows",
      defaults: "missing cells left out; null without rows; from 0.1 on in the sentence; takes no"
        + " part in the verdict, as rare categories come and go by chance: see the next;"
        + " categorical features only",
      source: "this program"),
    DriftDefinition(
      name: "new_share_expected",
      formula: "the categories that occur once in the reference / its rows: about what new_share is"
        + " when nothing has moved",
      defaults: "as new_share",
      source: "Good, Biometrika 40 (1953)"),
    DriftDefinition(
      name: "vanished_categories",
      formula: "the categories that occur in the reference and not in the current table",
      defaults: "as new_categories",
      source: "this program"),
  ]
}
