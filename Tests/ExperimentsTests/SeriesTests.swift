import Datasets
import Foundation
import NeuralEngine
import Runs
import Shift
import Testing

@testable import Experiments

/// Layers that take a series, of those that there are; `nil` when none does.
private let layersForSeries = ["gru:8", "flatten,dense:8:relu"].first {
  (try? LayerSpecification.parse($0)) != nil
}

/// The weather of New York: series of 12 steps.
private func weather(epochs: Int, layers: String) -> RunConfiguration {
  var configuration = RunConfiguration(
    data: DataConfiguration(
      train: repositoryPath("sample-data/nyc_weather/train.csv"),
      test: repositoryPath("sample-data/nyc_weather/test.csv"), target: "next_12h"))
  configuration.data.sequence = SequenceColumns(series: "series", step: "step")
  configuration.layers = layers
  configuration.epochs = epochs
  configuration.baseEpochs = 2
  return configuration
}

@Suite struct SeriesTests {
  private func prepare(
    _ files: [String: String], takesUnevenSeries: Bool = false,
    _ change: (inout DataConfiguration) -> Void = { _ in }
  ) throws -> PreparedData {
    try withFiles(files) { paths in
      var configuration = DataConfiguration(
        source: paths["source"], train: try #require(paths["train"]), test: paths["test"],
        target: "y")
      configuration.sequence = SequenceColumns(series: "id", step: "t")
      configuration.validationSplit = 0
      change(&configuration)
      return try DataPreparation.prepare(
        configuration, seed: 0, takesUnevenSeries: takesUnevenSeries)
    }
  }

  private let train = """
    id,t,x,y
    b,1,2,no
    b,0,1,no
    a,0,3,yes
    a,1,4,yes
    c,0,9,
    c,1,9,
    """

  /// Step 0 of train holds 1 and 3, step 1 holds 2 and 4; the series without a label is left out, and
  /// the third step of test's one long series has nothing to be compared with.
  @Test func everyStepHasDistributionsOfItsOwn() throws {
    let test = "id,t,x,y\nd,0,10,no\nd,1,20,no\ne,0,30,yes\ne,1,40,yes\ne,2,50,yes\n"
    let data = try prepare(["train": train, "test": test], takesUnevenSeries: true)
    let snapshot = StepDistributions(
      tables: data.tables, series: data.splits.compactMapValues(\.series)
    ).snapshot(against: .train, isCancelled: { false })
    let features = try #require(snapshot?.features)
    #expect(snapshot?.view == .steps)
    #expect(features.map(\.drift.name) == ["step 1 x", "step 2 x"])
    #expect(features.map { $0.mean?.reference } == [2, 3])
    #expect(features.map { $0.mean?.current } == [20, 30])
    #expect(
      StepDistributions(tables: data.tables, series: [:])
        .snapshot(against: .train, isCancelled: { false }) == nil)
  }

  @Test func samplesAreSeriesAndScalesAreOfAllSteps() throws {
    let data = try prepare(["train": train])
    #expect(data.summary.rows == [.train: 2])
    #expect(data.summary.steps == 2)
    #expect(data.summary.features == ["x"])
    #expect(data.summary.warnings.contains { $0.contains("1 of 3 series has no \"y\"") })
    let split = try #require(data.splits[.train])
    #expect(split.rows == 2)
    #expect(split.target == .classes([0, 1]))
    // The steps 1, 2, 3, 4 have the mean 2.5 and the variance 1.25.
    let scale = 1.25.squareRoot()
    #expect(split.matrix.values == [-1.5, -0.5, 0.5, 1.5].map { Float($0 / scale) })
    let samples = split.makeSamples()
    #expect(samples.count == 2)
    #expect(samples.steps == 2)
    #expect(split.selecting(rows: [1]).matrix.values == split.matrix.values.suffix(2))
    #expect(data.tables[.train]?["x"] == .numeric([1, 2, 3, 4]))
  }

  @Test func theLabelOfARegressionCountsOnceASeries() throws {
    let text = "id,t,x,y\na,0,1,10.5\na,1,2,10.5\nb,0,3,30.5\nb,1,4,30.5\n"
    let data = try prepare(["train": text])
    #expect(data.target.mean == 20.5)
    #expect(data.splits[.train]?.target == .values([-1, 1]))
  }

  @Test func validationIsDrawnBySeries() throws {
    let lines = (0..<100).flatMap { series in
      (0..<3).map { "\(series),\($0),\(series * 3 + $0),\(series % 4 == 0 ? "no" : "yes")" }
    }
    let data = try prepare(["train": "id,t,x,y\n" + lines.joined(separator: "\n")]) {
      $0.validationSplit = 0.2
    }
    #expect(data.summary.rows == [.train: 80, .validation: 20])
    guard case .numeric(let values)? = data.tables[.validation]?["x"],
      case .classes(let labels)? = data.splits[.validation]?.target
    else {
      Issue.record("validation has rows")
      return
    }
    // Stratified, and whole series with their steps in order.
    #expect(labels.count { $0 == 0 } == 5)
    for (place, label) in labels.enumerated() {
      let first = Int(values[place * 3])
      #expect(first % 3 == 0)
      #expect(
        values[place * 3..<place * 3 + 3] == [first, first + 1, first + 2].map(Double.init)[...])
      #expect((first / 3 % 4 == 0) == (label == 0))
    }
  }

  @Test func filesOfUnlikeLengthAreRefused() throws {
    let error = try #require(throws: DatasetError.self) {
      try prepare(["train": train, "test": "id,t,x,y\nq,0,1,no\n"])
    }
    guard case .unevenSteps("q", 1, 2, let origin) = error.problem else {
      Issue.record("\(error)")
      return
    }
    #expect(origin.hasPrefix("the first series of "))
    #expect(origin.hasSuffix("train"))
    #expect(error.file?.hasSuffix("test") == true)
  }

  /// Nothing that fills up short series is scaled, counted or compared.
  @Test func seriesMayBeOfUnequalLength() throws {
    let text = train + "\nd,0,0,yes\nd,1,5,yes\nd,2,0,yes"
    let test = "id,t,x,y\nq,0,1,no\nr,0,3,no\nr,1,3,no\nr,2,3,no\nr,3,2.5,no\n"
    let data = try prepare(["train": text, "test": test], takesUnevenSeries: true)
    #expect(data.summary.rows == [.train: 3, .test: 2])
    #expect(data.steps == 4 && data.summary.steps == 4 && data.summary.fewestSteps == 1)
    let split = try #require(data.splits[.train])
    #expect(split.series?.steps == [2, 2, 3])
    #expect(split.matrix.rows == 7)
    #expect(data.tables[.train]?["x"] == .numeric([1, 2, 3, 4, 0, 5, 0]))
    // The scale is that of the seven steps.
    let mean = 15.0 / 7
    let deviation = (55.0 / 7 - mean * mean).squareRoot()
    for (value, raw) in zip(split.matrix.values, [1, 2, 3, 4, 0, 5, 0] as [Double]) {
      #expect(abs(Double(value) - (raw - mean) / deviation) < 1e-6)
    }
    #expect(split.makeSamples().steps == 4)
    let last = split.selecting(rows: [2, 0])
    #expect(last.series?.steps == [3, 2] && last.series?.room == 4)
    #expect(last.matrix.values == [4, 5, 6, 0, 1].map { split.matrix.values[$0] })
  }

  @Test(arguments: ["gru:4", "bi-lstm:3,maxpool", "flatten"])
  func aRunOnUnequalSeriesIsEvaluatedAsItWas(_ layers: String) throws {
    let lines = (0..<60).flatMap { series in
      (0..<1 + series % 5).map { step in
        "\(series),\(step),\(series % 3 + step),\(series % 3 == 0 ? "no" : "yes")"
      }
    }
    let text = "id,t,x,y\n" + lines.joined(separator: "\n")
    try withFiles([
      "data": text, "long": "id,t,x\na,0,1\n" + (0..<9).map { "b,\($0),1\n" }.joined(),
    ]) { paths in
      let path = try #require(paths["data"])
      var configuration = RunConfiguration(
        data: DataConfiguration(train: path, test: path, target: "y"))
      configuration.data.sequence = SequenceColumns(series: "id", step: "t")
      configuration.layers = layers
      configuration.epochs = 3
      configuration.baseEpochs = 1
      let watched = Watched(configuration, observes: true)
      let result = watched.runToEnd()
      guard layers != "flatten" else {
        #expect(watched.failure?.contains("without flatten") == true)
        return
      }
      let model = try #require(watched.session.trainedModel())
      #expect(try model.evaluate(path).loss == result?.test?.loss)
      guard case .classes(let predicted, _, _) = try model.predict(path).outcome else { return }
      #expect(predicted.count == 60)
      // Series longer than any that it learned from.
      guard case .classes(let others, _, _) = try model.predict(try #require(paths["long"])).outcome
      else { return }
      #expect(others.count == 2)
    }
  }

  @Test func layersThatKeepTimeAreRefused() throws {
    for layers in ["dense:4:relu", "", "dropout:0.5"] {
      let watched = Watched(weather(epochs: 1, layers: layers))
      watched.runToEnd()
      let failure = try #require(watched.failure)
      #expect(!failure.contains("\n"))
    }
  }

  @Test(.enabled(if: layersForSeries != nil))
  func weightsDoNotDependOnWhoWatches() throws {
    let layers = try #require(layersForSeries)
    let plain = Watched(weather(epochs: 4, layers: layers))
    plain.runToEnd()
    let observed = Watched(
      weather(epochs: 4, layers: layers), pace: .epochsPerSecond(50), observes: true)
    observed.session.send(.observe(.hidden(layer: 0), reference: .validation))
    // Of either reference all steps together and each alone.
    observed.wait { $0.models.last?.epoch == 4 && $0.inputs.count == 4 }
    observed.runToEnd()
    #expect(!plain.weights.isEmpty)
    #expect(plain.weights == observed.weights)
    #expect(plain.data?.rows == [.train: 154, .validation: 18, .test: 691])

    let inputs = try #require(observed.inputs.first)
    guard case .numeric(let histogram) = inputs.features[0].shape else {
      Issue.record("a temperature is numeric")
      return
    }
    // All steps of all series.
    #expect(histogram.reference.reduce(0, +) == 154 * 12)
    #expect(histogram.current.reduce(0, +) == 691 * 12)
    let model = try #require(observed.models.last)
    #expect(model.use.count == 7)
    #expect(model.use.max() == 1)
    #expect(model.use.allSatisfy { $0 > 0 })
  }

  @Test(.enabled(if: layersForSeries != nil))
  func evaluatesAFileAsTheRunDid() throws {
    let watched = Watched(weather(epochs: 3, layers: try #require(layersForSeries)))
    let result = try #require(watched.runToEnd())
    let model = try #require(watched.session.trainedModel())
    let path = repositoryPath("sample-data/nyc_weather/test.csv")
    let evaluation = try model.evaluate(path)
    #expect(evaluation.rows == 691)
    #expect(evaluation.steps == 12)
    #expect(evaluation.loss == result.test?.loss)
    guard case .classes(let predicted, _, _) = try model.predict(path).outcome else {
      Issue.record("rain or not is a class")
      return
    }
    #expect(predicted.count == 691)
    // The order of rows within a file tells nothing.
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let turned = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
    try withFiles(["turned": turned, "short": lines.prefix(20).joined(separator: "\n")]) { paths in
      guard
        case .classes(let again, _, _) = try model.predict(try #require(paths["turned"])).outcome
      else { return }
      #expect(again == predicted.reversed())
      // Twelve steps of one series and seven of the next.
      guard case .classes(let few, _, _) = try model.predict(try #require(paths["short"])).outcome
      else { return }
      #expect(few.count == 2 && few[0] == predicted[0])
    }
  }
}
