import CustomDump
import Shift
import Testing

@Suite struct DriftTextTests {
  @Test func sentencesSayTheVerdictAndItsEvidence() {
    let cases: [(FeatureDrift, String)] = [
      (
        numeric("p34", ks: 0.412, p: 1e-12, adjusted: 1e-11, drifted: true, w1: 2.34),
        "p34 drifted: KS .41 (p<1e-9), W1 2.3"
      ),
      (
        numeric("a", ks: 0.04, p: 0.0004, adjusted: 0.001), "a moved, but little: KS .04 (p .001)"
      ),
      (
        numeric("b", ks: 0.5, p: 0.031, adjusted: 0.6, asymptotic: true),
        "b may have moved, too few values to tell: KS .50 (p ~.60, alone p ~.031)"
      ),
      (numeric("g", ks: 0.17, p: 0.11, adjusted: 0.9), "g did not drift: KS .17 (p .90)"),
      (numeric("c", ks: 0, p: 1, adjusted: 1), "c did not drift: KS .00 (p 1.0)"),
      (
        numeric("e", ks: 1, p: 9.96e-5, adjusted: 1e-4, drifted: true, w1: 2_345_678),
        "e drifted: KS 1.0 (p 1e-4), W1 2.3e6"
      ),
      (FeatureDrift(name: "d", kind: .categorical), "d: nothing to compare"),
      (
        FeatureDrift(
          name: "f", kind: .categorical,
          chiSquare: ChiSquareTest(statistic: 2, degreesOfFreedom: 1, p: 0.16)),
        "f did not drift: p .16"
      ),
    ]
    for (drift, sentence) in cases { expectNoDifference(DriftSentence.feature(drift), sentence) }
  }

  @Test func rowsInNewCategoriesAreTold() {
    func sentence(_ current: [Int]) -> String {
      DriftSentence.feature(
        .categoricalDrift(
          name: "k",
          counts: PairedCounts(labels: ["a", "b", "c"], reference: [99, 1, 0], current: current),
          missing: Paired(reference: 0, current: 0)))
    }
    #expect(sentence([6, 0, 4]).hasSuffix("; 40% of rows in new categories (1% expected)"))
    #expect(!sentence([99, 0, 1]).contains("new"))
  }

  @Test func sharesAreWrittenWithoutRounding() {
    var drift = numeric("x", ks: 0, p: 1, adjusted: 1)
    drift.missingP = 1
    for (share, text) in [(0.07, "7%"), (0.29, "29%"), (0.004, "0.4%"), (0.0996, "10%")] {
      drift.missing = Paired(reference: 0, current: share)
      expectNoDifference(DriftSentence.missing(drift), "missing changed from 0% to \(text) (p 1.0)")
    }
  }

  /// A pixel that is black in nearly all of the reference has one decile and so one bin.
  @Test func aSingleBinSaysNothingOfPSI() {
    var drift = numeric("p77", ks: 0.76, p: 1e-12, adjusted: 1e-11, drifted: true, w1: 2)
    (drift.psi, drift.js) = (0, 0)
    #expect(drift.isOneBin)
    expectNoDifference(DriftSentence.feature(drift), "p77 drifted: KS .76 (p<1e-9), W1 2.0")
    drift.psiThreshold = 0.03
    #expect(!drift.isOneBin)
    expectNoDifference(DriftSentence.feature(drift), "p77 drifted: KS .76 (p<1e-9), W1 2.0, PSI 0")
  }

  @Test func theWholeIsSummedUp() {
    let still = numeric("s", ks: 0.01, p: 0.9, adjusted: 0.9)
    let moved = numeric("p34", ks: 0.41, p: 1e-9, adjusted: 1e-8, drifted: true)
    let lesser = numeric("p45", ks: 0.38, p: 1e-9, adjusted: 1e-8, drifted: true)
    let untested = FeatureDrift(name: "u", kind: .numeric)
    expectNoDifference(
      DriftSentence.features([lesser, moved, still, untested]),
      "2 of 3 features drifted; most on p34 (KS .41)")
    expectNoDifference(
      DriftSentence.features([still, moved]), "1 of 2 features drifted: p34 (KS .41)")
    expectNoDifference(DriftSentence.features([still, still]), "none of 2 features drifted")
    expectNoDifference(DriftSentence.features([untested]), "no feature could be compared")
  }

  @Test func gapsThatCameAreTold() {
    var still = numeric("age", ks: 0.03, p: 0.4, adjusted: 0.4)
    (still.missing, still.missingP) = (Paired(reference: 0.02, current: 0.301), 1e-12)
    still.missingPAdjusted = 1e-11
    expectNoDifference(
      DriftSentence.feature(still),
      "age did not drift: KS .03 (p .40); missing changed from 2% to 30% (p<1e-9)")
    expectNoDifference(
      DriftSentence.features([still]),
      "none of 1 feature drifted; missing values changed in age (2% to 30%)")
    var moved = numeric("fare", ks: 0.5, p: 1e-9, adjusted: 1e-9, drifted: true)
    (moved.missing, moved.missingP) = (Paired(reference: 0.2, current: 0.004), 1e-4)
    moved.missingPAdjusted = 1e-4
    expectNoDifference(
      DriftSentence.features([still, moved]),
      "1 of 2 features drifted: fare (KS .50); missing values changed in 2, most in age (2% to 30%)"
    )
    // Said once more: a table of gaps alone.
    var empty = FeatureDrift(name: "u", kind: .numeric)
    (empty.missing, empty.missingP, empty.missingPAdjusted) = (
      Paired(reference: 0, current: 1), 0, 0
    )
    expectNoDifference(
      DriftSentence.features([empty]),
      "no feature could be compared; missing values changed in u (0% to 100%)")
  }

  @Test func aModelIsToldByWhatItLeansOn() {
    let still = numeric("s", ks: 0.01, p: 0.9, adjusted: 0.9)
    let drifted = [("p1", 0.5), ("p2", 0.4), ("p3", 0.3)].map {
      numeric($0, ks: $1, p: 1e-9, adjusted: 1e-8, drifted: true)
    }
    let all = drifted + [still]
    let cases: [([FeatureDrift], [String: Double], String)] = [
      (
        all, ["p1": 0.1, "p2": 0.5, "p3": 1, "s": 1],
        "3 of 4 features drifted; the model leans on 2 of them; most on p3 (KS .30)"
      ),
      (
        all, ["p1": 1, "p2": 0.6, "p3": 0.5, "s": 0],
        "3 of 4 features drifted; the model leans on all of them; most on p1 (KS .50)"
      ),
      (
        all, ["p3": 0.49, "s": 1],
        "3 of 4 features drifted; the model leans on none of them; most on p1 (KS .50)"
      ),
      (
        [still, drifted[1]], ["p2": 1],
        "1 of 2 features drifted: p2 (KS .40); the model leans on it"
      ),
      (
        [still, drifted[1]], ["s": 1],
        "1 of 2 features drifted: p2 (KS .40); the model leans on others"
      ),
      ([still], ["s": 1], "none of 1 feature drifted"),
    ]
    for (features, use, sentence) in cases {
      expectNoDifference(DriftSentence.features(features, use: use), sentence)
    }
  }

  @Test func anEffectThatIsNotDeterminedIsNone() {
    #expect(DriftSentence.effect(FeatureDrift(name: "u", kind: .numeric)) == nil)
    #expect(DriftSentence.effect(FeatureDrift(name: "u", kind: .categorical)) == nil)
    #expect(DriftSentence.effect(numeric("c", ks: 0, p: 1, adjusted: 1)) == "KS .00")
  }

  @Test func everyDefinitionIsOneLineEach() {
    for definition in DriftDefinition.all {
      for text in [definition.formula, definition.defaults, definition.source] {
        #expect(!text.isEmpty && !text.contains("\n"))
      }
    }
  }

  private func numeric(
    _ name: String, ks: Double, p: Double, adjusted: Double, asymptotic: Bool = false,
    drifted: Bool = false, w1: Double? = nil
  ) -> FeatureDrift {
    FeatureDrift(
      name: name, kind: .numeric,
      ks: KolmogorovSmirnov(statistic: ks, p: p, isAsymptotic: asymptotic), wasserstein: w1,
      pAdjusted: adjusted, drifted: drifted)
  }
}
