import Experiments
import Shift
import Testing

@Suite struct PredictionDriftTests {
  @Test func classesAreCategoriesAndProbabilitiesNumbers() {
    let classes = ["a", "b", "c"]
    func predictions(_ predicted: [Int]) -> Predictions {
      Predictions(
        .classes(
          predicted,
          probabilities: predicted.flatMap { place in
            classes.indices.map { $0 == place ? 0.8 : 0.1 }
          },
          classes: classes))
    }
    let drift = PredictionDrift(
      Paired(
        reference: predictions(Array(repeating: 0, count: 30) + Array(repeating: 1, count: 10)),
        current: predictions(Array(repeating: 1, count: 15) + Array(repeating: 2, count: 5))))
    #expect(drift.rows == Paired(reference: 40, current: 20))
    #expect(drift.predicted.chiSquare?.degreesOfFreedom == 2)
    #expect(drift.predicted.drifted)
    #expect(drift.probabilities.map(\.name) == ["p_a", "p_b", "p_c"])
    #expect(drift.probabilities.map(\.ks?.statistic) == [0.75, 0.5, 0.25])
    // One family of four: no p is corrected below its own.
    for comparison in drift.all {
      #expect(comparison.pAdjusted ?? 0 >= comparison.p ?? 1)
    }
    #expect(drift.summary.hasPrefix("predictions: "))
  }

  @Test func theProbabilitiesOfTwoClassesCountOnce() {
    func probability(_ name: String) -> FeatureDrift {
      FeatureDrift(
        name: name, kind: .numeric,
        ks: KolmogorovSmirnov(statistic: 0.3, p: 0.02, isAsymptotic: false))
    }
    let predicted = FeatureDrift(
      name: "predicted", kind: .categorical,
      chiSquare: ChiSquareTest(statistic: 1, degreesOfFreedom: 1, p: 0.3))
    func corrected(_ names: [String]) -> [Double?] {
      PredictionDrift(
        rows: Paired(reference: 9, current: 9), predicted: predicted,
        probabilities: names.map(probability)
      ).all.map(\.pAdjusted)
    }
    #expect(corrected(["p_a", "p_b"]) == [0.3, 0.04, 0.04])
    #expect(corrected(["p_a", "p_b", "p_c"]).count == 4)
  }

  @Test func numbersAreComparedAsNumbers() {
    let drift = PredictionDrift(
      Paired(
        reference: Predictions(.values((0..<50).map(Double.init))),
        current: Predictions(.values((0..<50).map { Double($0) + 100 }))))
    #expect(drift.predicted.wasserstein == 100)
    #expect(drift.probabilities.isEmpty)
    #expect(drift.summary == "predictions: prediction drifted: KS 1.0 (p<1e-9), W1 100, PSI 8.3")
  }

  @Test func withoutRowsThereIsNothingToCompare() {
    let none = Predictions(.values([]))
    let drift = PredictionDrift(Paired(reference: none, current: none))
    #expect(drift.summary == "predictions: prediction: nothing to compare")
  }
}
