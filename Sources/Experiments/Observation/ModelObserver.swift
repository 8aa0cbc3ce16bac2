import Datasets
import NeuralEngine
import Runs
import Shift

/// Looks into a model: use of the columns, dead units, calibration, and the distributions asked for.
///
/// It belongs to one thread and has a network of its own. Of each split at most
/// ``rowLimit`` rows are looked at, the same ones every time.
final class ModelObserver {
  /// The rows of a split that are looked at; more are represented by a draw.
  static let rowLimit = 2000

  private let network: Network
  private let splits: [Runs.Split: SplitData]
  private let samples: [Runs.Split: Samples]
  private let target: TargetEncoder
  private let use: ColumnUse
  private var grids = GridMemory()

  init(data: PreparedData, architecture: NetworkArchitecture) {
    network = Network(architecture, maximumBatch: SessionSetup.evaluationRows, seed: 0)
    splits = Dictionary(
      uniqueKeysWithValues: data.splits.map { split, rows in
        let drawn = RowDraw.rows(of: rows.rows, limit: Self.rowLimit, split: split)
        return (split, drawn.count < rows.rows ? rows.selecting(rows: drawn) : rows)
      })
    samples = splits.mapValues { $0.makeSamples() }
    target = data.target
    use = ColumnUse(
      features: data.summary.features, inputs: data.pipeline.inputs,
      train: data.splits[.train]?.matrix ?? FeatureMatrix(rows: 0, columns: 0, values: []))
  }

  /// Looks at weights, in the way that is asked for.
  func look(at notice: ModelBoard.Notice) -> ModelSnapshot {
    network.setWeights(notice.weights)
    let train = layers(on: .train)
    let test = layers(on: .test)
    let relu = train.dropLast().filter { $0.activation == .relu }
    let wish = notice.observation
    let reference = samples[wish.reference] == nil ? Runs.Split.train : wish.reference
    let compared = reference == .train ? train : layers(on: reference)
    return ModelSnapshot(
      run: notice.run, epoch: notice.epoch,
      use: use.relative(
        inputNorms: network.inputNorms(), embedded: network.embeddedOutputs()),
      deadUnits: relu.reduce(0) { $0 + $1.deadUnits }, reluUnits: relu.reduce(0) { $0 + $1.units },
      calibrationError: calibrationError(test),
      hiddenLayers: train.dropLast().map(\.name),
      observed: observed(
        wish.view, reference: reference, compared, test, run: notice.run, epoch: notice.epoch))
  }

  private func layers(on split: Runs.Split) -> [LayerActivations] {
    samples[split].map { network.activations(of: $0, rows: 0..<$0.count) } ?? []
  }

  private func calibrationError(_ test: [LayerActivations]) -> Double? {
    guard case .classes(let labels)? = splits[.test]?.target, let logits = test.last else {
      return nil
    }
    return probabilities(logits)
      .calibrationError(labels: labels)
  }

  // MARK: - Distributions

  /// A table of numbers with a name for each column: a layer's outputs, or the predictions.
  private struct View {
    var title: String
    var names: [String]
    var reference: [Double]
    var test: [Double]

    func sample(_ values: [Double], _ column: Int) -> SortedSample {
      SortedSample(stride(from: column, to: values.count, by: names.count).map { values[$0] })
    }
  }

  private func observed(
    _ view: FeatureView, reference: Runs.Split, _ compared: [LayerActivations],
    _ test: [LayerActivations], run: Int, epoch: Int
  ) -> DistributionSnapshot? {
    guard let table = self.view(view, compared, test) else { return nil }
    let key = GridMemory.Key(run: run, view: view, reference: reference)
    let features = table.names.indices.map { column in
      let feature = FeatureDistribution.numeric(
        name: table.names[column], reference: table.sample(table.reference, column),
        current: table.sample(table.test, column), grid: grids[key, column])
      if case .numeric(let histogram) = feature.shape { grids[key, column] = histogram.grid }
      return feature
    }
    return DistributionSnapshot(
      view: view, reference: reference, title: table.title, epoch: epoch,
      features: features.adjustedForMultipleTests())
  }

  /// What is looked at, or `nil` when there is no such view: inputs have a snapshot of their own.
  private func view(
    _ view: FeatureView, _ reference: [LayerActivations], _ test: [LayerActivations]
  ) -> View? {
    guard let logits = reference.last, let testLogits = test.last else { return nil }
    let outputs = target.task == .classification ? target.classes : [target.column]
    switch view {
    case .inputs, .steps: return nil
    case .hidden(let layer):
      guard layer >= 0, layer < reference.count - 1, layer < test.count - 1 else { return nil }
      let (shown, testShown) = (reference[layer], test[layer])
      return View(
        title: shown.name, names: (0..<shown.units).map { "unit \($0)" },
        reference: shown.values.map(Double.init), test: testShown.values.map(Double.init))
    case .logits:
      return View(
        title: "logits", names: Array(outputs.suffix(logits.units)),
        reference: logits.values.map(Double.init),
        test: testLogits.values.map(Double.init))
    case .predictions:
      return View(
        title: "predictions", names: outputs, reference: predictions(logits),
        test: predictions(testLogits))
    }
  }

  private func probabilities(_ outputs: LayerActivations) -> ClassProbabilities {
    ClassProbabilities(
      outputs: outputs.values, classes: target.classes.count, width: outputs.units)
  }

  private func predictions(_ outputs: LayerActivations) -> [Double] {
    target.task == .classification
      ? probabilities(outputs).values
      : outputs.values.map { target.decode(Double($0)) }
  }
}

extension LayerActivations {
  /// The units that are 0 on every row.
  fileprivate var deadUnits: Int {
    var isAlive = [Bool](repeating: false, count: units)
    for (index, value) in values.enumerated() where value != 0 { isAlive[index % units] = true }
    return values.isEmpty ? 0 : isAlive.count { !$0 }
  }
}
