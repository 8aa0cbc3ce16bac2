import Datasets
import NeuralEngine
import Runs
import Shift
import Testing

@testable import Experiments

@Suite struct ObservationTests {
  @Test func showsTheInputsAgainstEveryReference() throws {
    let watched = Watched(digits(epochs: 2, baseEpochs: 1), observes: true)
    watched.wait { $0.inputs.count == 3 && !$0.models.isEmpty }
    watched.session.send(.stop)
    watched.session.join()
    #expect(watched.inputs.map(\.reference) == [.train, .validation, .source])
    for snapshot in watched.inputs {
      #expect(snapshot.view == .inputs)
      #expect(snapshot.features.map(\.drift.name) == watched.data?.features)
    }
    let train = try #require(watched.inputs.first)
    // Every pixel of a worn scan is brighter; those that vary are told apart from clean ones.
    #expect(train.driftedCount > 50)
    guard case .numeric(let histogram) = train.features[20].shape else {
      Issue.record("a pixel is numeric")
      return
    }
    #expect(histogram.reference.reduce(0, +) == 270)
    #expect(histogram.current.reduce(0, +) == 597)
  }

  @Test func looksIntoTheModel() throws {
    let watched = Watched(digits(epochs: 3, baseEpochs: 1), observes: true)
    watched.session.send(.observe(.hidden(layer: 1), reference: .train))
    watched.wait { $0.models.last?.epoch == 3 && $0.models.last?.observed?.title == "dense_1" }
    let model = try #require(watched.models.last)
    #expect(model.run == 1)
    #expect(model.hiddenLayers == ["dense_0", "dense_1"])
    #expect(model.reluUnits == 96)
    #expect(model.deadUnits >= 0 && model.deadUnits < 96)
    #expect(model.use.count == 64)
    #expect(model.use.max() == 1)
    let constant = try #require(watched.data?.constantColumns.first)
    let place = try #require(watched.data?.features.firstIndex(of: constant))
    #expect(model.use[place] == 0)
    let calibration = try #require(model.calibrationError)
    #expect(calibration > 0 && calibration < 1)
    #expect(model.observed?.features.count == 32)

    watched.session.send(.observe(.predictions, reference: .validation))
    watched.wait { $0.models.last?.observed?.view == .predictions }
    let predictions = try #require(watched.models.last?.observed)
    #expect(predictions.reference == .validation)
    #expect(
      predictions.features.map(\.drift.name) == watched.data?.classes.map { "class \($0)" })
    let sum = predictions.features.reduce(0) { $0 + ($1.mean?.current ?? 0) }
    #expect(abs(sum - 1) < 1e-9)

    // What is not there is shown as nothing, and hurts nobody.
    watched.session.send(.observe(.hidden(layer: 7), reference: .source))
    let seen = watched.models.count
    watched.wait { $0.models.count > seen && $0.models.last?.observed == nil }
    watched.session.send(.observe(.inputs, reference: .train))
    watched.session.send(.stop)
    #expect(watched.session.join(timeout: 60))
  }

  /// What is looked at later has its past, too: every view is taken down at every look.
  @Test func everyViewHasAHistoryFromTheBeginningOfTheRun() throws {
    let watched = Watched(digits(epochs: 12, baseEpochs: 1), observes: true)
    watched.wait { $0.models.last?.epoch == 12 }
    #expect(watched.models.allSatisfy { $0.history == nil })
    watched.session.send(.observe(.hidden(layer: 1), reference: .train))
    watched.wait { $0.models.last?.observed?.view == .hidden(layer: 1) }
    let model = try #require(watched.models.last)
    let history = try #require(model.history)
    #expect(history.grids.count == 32)
    #expect(history.epochs.last == 12)
    #expect(history.epochs == history.epochs.sorted())
    #expect(Set(history.epochs).isSubset(of: Set([0] + watched.models.map(\.epoch))))
    #expect(history.epochs.count == Set(watched.models.map(\.epoch)).count)
    let entry = try #require(history.entry(ofFeature: 3, row: history.epochs.count - 1))
    #expect(abs(entry.reference.reduce(0, +) - 1) < 1e-9)
    let exact = try #require(model.observed?.features[3].drift.ks?.statistic)
    #expect(abs(try #require(entry.distance) - exact) < 1e-6)
    watched.session.send(.stop)
    watched.session.join()
  }

  /// At each look one of the references that are not shown, in turn.
  @Test func everyReferenceHasAHistory() throws {
    let data = try DataPreparation.prepare(digits(epochs: 1).data, seed: 0)
    let architecture = NetworkArchitecture(
      features: data.pipeline.inputs.count, layers: [.dense(units: 4, activation: .relu)],
      outputs: 10)
    let network = Network(architecture, maximumBatch: 1, seed: 0)
    let observer = ModelObserver(data: data, architecture: architecture)
    var notice = ModelBoard.Notice(
      run: 1, observation: Observation(view: .hidden(layer: 0), reference: .train))
    network.copyWeights(into: &notice.weights)
    func epochs(against reference: Runs.Split) -> [Int]? {
      notice.observation.reference = reference
      notice.epoch += 1
      return observer.look(at: notice).history?.epochs
    }
    for _ in 0..<4 { _ = epochs(against: .train) }
    #expect(epochs(against: .validation) == [1, 3, 5])
    #expect(epochs(against: .source) == [2, 4, 6])
    #expect(epochs(against: .train) == [1, 2, 3, 4, 5, 7])
  }

  @Test func predictionsOfARegressionAreInTheTargetsUnits() throws {
    let watched = Watched(storms(epochs: 2), observes: true)
    watched.session.send(.observe(.predictions, reference: .train))
    watched.wait { $0.models.last?.observed?.view == .predictions }
    let feature = try #require(watched.models.last?.observed?.features.first)
    #expect(feature.drift.name == "wind_kt")
    #expect(feature.mean?.current ?? 0 > 15)
    #expect(watched.models.last?.calibrationError == nil)
    watched.session.send(.stop)
    watched.session.join()
  }

  @Test func useIsDeviationTimesNormOverAllInputsOfAColumn() {
    let use = ColumnUse(
      features: ["a", "constant", "b"],
      inputs: [
        InputDescription(column: "a", part: .value),
        InputDescription(column: "b", part: .value),
        InputDescription(column: "b", part: .missingIndicator),
      ],
      train: FeatureMatrix(rows: 2, columns: 3, values: [0, 1, 0, 2, 3, 4]))
    // Deviations: (0, 2) has 1, (1, 3) has 1, (0, 4) has 2.
    // a: 1 * 2.5; b: sqrt((1 * 3)^2 + (2 * 2)^2) = 5.
    #expect(use.relative(inputNorms: [2.5, 3, 2]) == [0.5, 0, 1])
    #expect(use.relative(inputNorms: [0, 0, 0]) == [0, 0, 0])
  }

  @Test(arguments: [(10, 20), (20, 20), (21, 20), (5000, 100)])
  func drawsRowsOnceAndInOrder(count: Int, limit: Int) {
    let rows = RowDraw.rows(of: count, limit: limit, split: .test)
    #expect(rows.count == min(count, limit))
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 })
    #expect(rows.allSatisfy { (0..<count).contains($0) })
    #expect(rows == RowDraw.rows(of: count, limit: limit, split: .test))
    if count == 5000 { #expect(rows != RowDraw.rows(of: count, limit: limit, split: .train)) }
  }

  @Test func histogramsThatFollowKeepTheirEdges() throws {
    let reference = SortedSample((0..<100).map { Double($0) / 10 })
    func picture(_ scale: Double, after grid: HistogramGrid?) throws -> PairedHistogram {
      let current = SortedSample((0..<100).map { Double($0) / 10 * scale })
      let feature = FeatureDistribution.numeric(
        name: "unit", reference: scale < 0.1 ? current : reference, current: current, grid: grid)
      guard case .numeric(let histogram) = feature.shape else {
        throw SessionFailure(description: "no histogram")
      }
      return histogram
    }
    let first = try picture(1, after: nil)
    let second = try picture(0.93, after: first.grid)
    #expect(second.grid == first.grid)
    let wider = try picture(3, after: second.grid)
    #expect(wider.grid != first.grid)
    #expect(wider.grid.binCount == first.grid.binCount)
    let narrow = try picture(0.01, after: wider.grid)
    #expect(narrow.grid.binWidth < first.grid.binWidth)
  }
}
