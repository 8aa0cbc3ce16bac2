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
}
