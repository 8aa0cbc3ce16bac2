import Datasets
import Runs
import Testing

@testable import Experiments

@Suite struct RowWeightTests {
  private func failure(
    _ text: String, weights: String = "w", _ change: (inout DataConfiguration) -> Void = { _ in }
  ) throws -> String {
    try withFiles(["train": text]) { paths in
      var configuration = DataConfiguration(train: try #require(paths["train"]), target: "y")
      configuration.sampleWeight = weights
      configuration.validationSplit = 0
      change(&configuration)
      let error = try #require(throws: (any Error).self) {
        try DataPreparation.prepare(configuration, seed: 0)
      }
      return "\(error)"
    }
  }

  private let table = "x,w,y\n1,1,no\n2,3,yes\n3,1,no\n4,2,yes\n"

  @Test func errorsNameTheOptionThatWasGiven() throws {
    let text = table.replacing("2,3,yes", with: "2,much,yes")
    let failures = [
      try failure(table, weights: "ww"), try failure(text), try failure(table) { $0.drop = ["w"] },
      try failure(table) { $0.categorical = ["w"] }, try failure(table, weights: "y"),
    ]
    for failure in failures {
      #expect(failure.contains("--sample-weight"))
      #expect(!failure.contains("--numeric"))
    }
    #expect(failures[0].contains("did you mean \"w\"?"))
    #expect(failures[1].contains("line 3"))
    #expect(failures[2].contains("--drop") && failures[3].contains("--categorical"))
  }

  @Test func weightsThatAreAllZeroAreRefused() throws {
    let zeros = "x,w,y\n1,0,no\n2,0,yes\n3,0,no\n4,0,yes\n"
    #expect(try failure(zeros).contains("column 'w': every weight is 0"))
    // The last row, of the only weight, is held out.
    let last = zeros.replacing("4,0", with: "4,9")
    #expect(
      try failure(last) {
        $0.validationSplit = 0.25
        $0.validationTail = true
      }.contains("every weight of the rows that are learned from is 0"))
    var configuration = penguins(epochs: 1)
    configuration.classWeights = .given(["female": 0, "male": 0])
    let watched = Watched(configuration)
    watched.runToEnd()
    #expect(watched.failure?.contains("--class-weight") == true)
  }

  @Test func evaluationWeighsAsTrainingDid() throws {
    let rows = (0..<60).map { row in
      "\(row % 7),\(row * row % 11),\(Double(row % 5) + 0.25),\((row * 5) % 3 == 0 ? "no" : "yes")"
    }
    let text = (["a,b,w,y"] + rows).joined(separator: "\n")
    let without = (["a,b,y"] + rows.map { $0.replacing(/,[0-9.]+,(?=[a-z])/, with: ",") })
      .joined(separator: "\n")
    try withFiles(["data": text, "without": without]) { paths in
      let path = try #require(paths["data"])
      var data = DataConfiguration(train: path, test: path, target: "y")
      data.sampleWeight = "w"
      var configuration = RunConfiguration(data: data)
      configuration.epochs = 3
      configuration.baseEpochs = 1
      let watched = Watched(configuration)
      let result = try #require(watched.runToEnd())
      let model = try #require(watched.session.trainedModel())
      #expect(model.sampleWeight == "w")
      let evaluation = try model.evaluate(path)
      #expect(evaluation.warnings.isEmpty)
      #expect(abs(evaluation.loss - (result.test?.loss ?? 9)) < 1e-9)

      let alike = try model.evaluate(try #require(paths["without"]))
      #expect(alike.warnings.contains { $0.contains("no column 'w' of weights") })
      var unweighted = model
      unweighted.sampleWeight = nil
      #expect(alike.loss == (try unweighted.evaluate(path).loss))
      #expect(abs(alike.loss - evaluation.loss) > 1e-6)
      #expect(try model.predict(try #require(paths["without"])).warnings.isEmpty)
    }
  }
}
