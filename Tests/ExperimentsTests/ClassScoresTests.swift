import Foundation
import Runs
import Testing

@testable import Experiments

@Suite struct ClassScoresTests {
  struct Case: Decodable {
    let logits: [Float]
    let labels: [Int32]
    let classes: Int
    let f1_macro: Double
    let log_loss: Double
    let roc_auc: Double
    let pr_auc: Double
    let precision: [Double]
    let recall: [Double]
    let f1: [Double]
    let support: [Int]
    let roc_aucs: [Double]
    let pr_aucs: [Double]
    let top_k: [String: Double]
  }

  private func cases() throws -> [Case] {
    try JSONDecoder().decode(
      [Case].self,
      from: Data(
        contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
          .appendingPathComponent("Fixtures/sklearn-scores/scores.json")))
  }

  @Test(arguments: 0..<5)
  func scoresAsScikitLearnDoes(_ number: Int) throws {
    let expected = try cases()[number]
    let names = (0..<expected.classes).map(String.init)
    let scores = ClassScores(
      ClassProbabilities(logits: expected.logits, classes: expected.classes),
      labels: expected.labels, names: names)
    func near(_ value: Double?, _ other: Double) -> Bool { abs((value ?? .nan) - other) < 1e-12 }
    #expect(near(scores.macroF1, expected.f1_macro))
    #expect(near(scores.logLoss, expected.log_loss))
    #expect(near(scores.rocAUC, expected.roc_auc))
    #expect(near(scores.prAUC, expected.pr_auc))
    for (index, score) in scores.classes.enumerated() {
      #expect(score.support == expected.support[index])
      #expect(near(score.precision, expected.precision[index]))
      #expect(near(score.recall, expected.recall[index]))
      #expect(near(score.f1, expected.f1[index]))
      #expect(near(score.rocAUC, expected.roc_aucs[index]))
      #expect(near(score.prAUC, expected.pr_aucs[index]))
    }
    for (depth, share) in expected.top_k {
      #expect(near(try scores.topK[#require(Int(depth))] ?? nil, share))
    }
    if expected.top_k.isEmpty == false {
      #expect(scores.topK.count == expected.top_k.count)
    }
  }

  @Test func saysNothingOfWhatIsNotDefined() {
    let oneClass = ClassScores(
      ClassProbabilities(logits: [1, 0, 2, 0], classes: 2), labels: [0, 0], names: ["a", "b"])
    #expect(oneClass.rocAUC == nil && oneClass.prAUC == nil && oneClass.macroF1 == 1)
    let none = ClassScores(
      ClassProbabilities(logits: [], classes: 3), labels: [], names: ["a", "b", "c"])
    #expect(none.logLoss == nil && none.macroF1 == nil && none.topK.isEmpty)
    // A row of a class that the model has not is wrong, and in no curve.
    let foreign = ClassScores(
      ClassProbabilities(logits: [1, 0, 0, 1, 3, 0], classes: 2), labels: [0, 1, 2],
      names: ["a", "b"])
    #expect(foreign.rocAUC == 1 && foreign.logLoss ?? 9 < 0.4)
    #expect(abs((foreign.macroF1 ?? 9) - (2.0 / 3 + 1 + 0) / 3) < 1e-12)
  }
}
