/// How far one feature's distribution in the current sample is from the reference's.
///
/// Every number is finite. A statistic is `nil` when the kind of feature has none, or when the
/// samples do not determine it: no values at all, a reference without spread, a single category.
/// ``DriftDefinition/all`` says how each number is made.
public struct FeatureDrift: Sendable, Equatable {
  /// The column's name.
  public var name: String

  /// Whether the column holds numbers or categories.
  public var kind: FeatureKind

  /// The Kolmogorov-Smirnov test; numeric features only.
  public var ks: KolmogorovSmirnov?

  /// The Cramer-von Mises test; numeric features only.
  public var cramerVonMises: CramerVonMises?

  /// The Wasserstein-1 distance in the feature's own units; numeric features only.
  public var wasserstein: Double?

  /// ``wasserstein`` over the reference's population standard deviation; `nil` when that is 0.
  public var wassersteinNormed: Double?

  /// The energy distance, in the root of the feature's units; numeric features only.
  public var energy: Double?

  /// The current mean minus the reference's, in the feature's units; numeric features only.
  public var meanChange: Double?

  /// The current variance over the reference's; `nil` when that is 0.
  public var varianceRatio: Double?

  /// The population stability index, over the reference's deciles or over the categories.
  public var psi: Double?

  /// The 95 % point of ``psi`` when nothing has moved, at these sample sizes.
  public var psiThreshold: Double?

  /// The Jensen-Shannon distance, base 2, in `0...1`.
  public var js: Double?

  /// The chi-square test of the category counts; categorical features only.
  public var chiSquare: ChiSquareTest?

  /// The G test of the category counts; categorical features only.
  public var gTest: ChiSquareTest?

  /// Cramer's V with Bergsma's bias correction, in `0...1`; categorical features only.
  public var cramersV: Double?

  /// The categories of the current sample that the reference has not, the most frequent first.
  public var newCategories: [String]

  /// The categories of the reference that the current sample has no more.
  public var vanishedCategories: [String]

  /// The share of the current sample's values that are in ``newCategories``; categorical features only.
  public var newShare: Double?

  /// What ``newShare`` is expected to be when nothing has moved: the share of the reference's values that are the only one
  /// of their category.
  ///
  /// What is seen once among n is about as frequent as what would be seen for the first time. Good, Biometrika 40 (1953).
  public var newShareExpected: Double?

  /// The shares of missing values, in `0...1`; 0 for a sample without rows.
  public var missing: Paired<Double>

  /// The p value of Fisher's test of ``missing``; `nil` when a sample has no rows.
  public var missingP: Double?

  /// ``missingP`` after Benjamini-Hochberg correction over all features with gaps; `nil` before it, and where nothing, or
  /// everything, is missing in both samples.
  public var missingPAdjusted: Double?

  /// The p value after Benjamini-Hochberg correction over all features; `nil` before it.
  public var pAdjusted: Double?

  /// Whether ``pAdjusted`` is below 0.05 and ``effectSize`` at or above 0.1.
  public var drifted: Bool

  /// Creates a result; what is not given is undetermined.
  public init(
    name: String, kind: FeatureKind, ks: KolmogorovSmirnov? = nil,
    cramerVonMises: CramerVonMises? = nil, wasserstein: Double? = nil,
    wassersteinNormed: Double? = nil, energy: Double? = nil, meanChange: Double? = nil,
    varianceRatio: Double? = nil, psi: Double? = nil, psiThreshold: Double? = nil,
    js: Double? = nil, chiSquare: ChiSquareTest? = nil, gTest: ChiSquareTest? = nil,
    cramersV: Double? = nil, newCategories: [String] = [], vanishedCategories: [String] = [],
    missing: Paired<Double> = Paired(reference: 0, current: 0), missingP: Double? = nil,
    pAdjusted: Double? = nil, drifted: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.ks = ks
    self.cramerVonMises = cramerVonMises
    self.wasserstein = wasserstein
    self.wassersteinNormed = wassersteinNormed
    self.energy = energy
    self.meanChange = meanChange
    self.varianceRatio = varianceRatio
    self.psi = psi
    self.psiThreshold = psiThreshold
    self.js = js
    self.chiSquare = chiSquare
    self.gTest = gTest
    self.cramersV = cramersV
    self.newCategories = newCategories
    self.vanishedCategories = vanishedCategories
    self.missing = missing
    self.missingP = missingP
    self.pAdjusted = pAdjusted
    self.drifted = drifted
  }

  /// The effect in `0...1` that the verdict and the order of features go by.
  ///
  /// The Kolmogorov-Smirnov statistic of a numeric feature, Cramer's V of a categorical one; 0
  /// when there is none.
  public var effectSize: Double {
    switch kind {
    case .numeric: ks?.statistic ?? 0
    case .categorical: cramersV ?? 0
    }
  }

  /// How far the shares of missing values are apart, in `0...1`: `|a - b| / (2 sqrt(s (1 - s)))`, s their mean.
  ///
  /// Cramer's V of the 2 x 2 table of missing and present cells of two samples of one size; 0 when nothing, or everything,
  /// is missing.
  public var missingEffect: Double {
    let mean = (missing.reference + missing.current) / 2
    guard mean > 0, mean < 1 else { return 0 }
    return abs(missing.reference - missing.current) / (2 * (mean * (1 - mean)).squareRoot())
  }

  /// Whether missing values have become more or fewer: ``missingPAdjusted`` below 0.05 and ``missingEffect`` at or above
  /// 0.1.
  public var missingDrifted: Bool {
    (missingPAdjusted ?? 1) < Self.significance && missingEffect >= Self.smallestEffect
  }

  /// Whether ``psi`` and ``js`` are 0 because all values lie in one bin.
  ///
  /// A reference whose deciles are one value, such as a pixel that is nearly always black, has a single
  /// bin: the two say nothing about it.
  public var isOneBin: Bool { psi == 0 && js == 0 && psiThreshold == nil }

  /// The p value before correction: of the Kolmogorov-Smirnov or of the chi-square test.
  public var p: Double? {
    switch kind {
    case .numeric: ks?.p
    case .categorical: chiSquare?.p
    }
  }
}
