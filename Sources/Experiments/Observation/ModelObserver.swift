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
  private var histories = HistoryMemory()
  private var looks = 0

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
    let shown = GridMemory.Key(run: notice.run, view: wish.view, reference: reference)
    let compared = ([reference] + nextReferences(beside: reference)).map {
      (reference: $0, layers: $0 == .train ? train : layers(on: $0))
    }
    let observed = observe(compared, test, shown, epoch: notice.epoch)
    return ModelSnapshot(
      run: notice.run, epoch: notice.epoch,
      use: use.relative(
        inputNorms: network.inputNorms(), embedded: network.embeddedOutputs()),
      deadUnits: relu.reduce(0) { $0 + $1.deadUnits }, reluUnits: relu.reduce(0) { $0 + $1.units },
      calibrationError: calibrationError(test), estimatedTestAccuracy: estimatedAccuracy(test),
      hiddenLayers: train.dropLast().map(\.name),
      observed: observed, history: histories[shown])
  }

  private func layers(on split: Runs.Split) -> [LayerActivations] {
    samples[split].map { network.activations(of: $0, rows: 0..<$0.count) } ?? []
  }

  private func calibrationError(_ test: [LayerActivations]) -> Double? {
    guard let split = splits[.test], split.isLabelled, case .classes(let labels) = split.target,
      let logits = test.last
    else { return nil }
    return probabilities(logits)
      .calibrationError(labels: labels)
  }

  private func estimatedAccuracy(_ test: [LayerActivations]) -> Double? {
    guard let split = splits[.test], !split.isLabelled, target.task == .classification,
      let outputs = test.last
    else { return nil }
    let classes = target.classes.count
    let temperature = splits[.validation].flatMap { network.temperature(on: $0, classes: classes) }
    return AccuracyEstimate(
      outputs: outputs.values, classes: classes, width: outputs.units,
      temperature: temperature ?? 1)?.accuracy
  }

  // MARK: - Distributions

  /// A table of numbers with a name for each column: a layer's outputs, or the predictions.
  private struct View {
    var title: String
    var names: [String]

    /// The values of each column.
    var samples: [SortedSample]

    init(title: String, names: [String], values: [Double]) {
      self.title = title
      self.names = names
      samples = names.indices.map { column in
        SortedSample(stride(from: column, to: values.count, by: names.count).map { values[$0] })
      }
    }
  }

  /// One reference more a look, each in turn, so that its history too is there when a person asks for it.
  private func nextReferences(beside shown: Runs.Split) -> [Runs.Split] {
    let others = Runs.Split.references.filter { samples[$0] != nil && $0 != shown }
    guard !others.isEmpty else { return [] }
    defer { looks += 1 }
    return [others[looks % others.count]]
  }

  /// Takes down the histograms of every view, so that a history is there when a person asks for it,
  /// and compares the one that is shown.
  private func observe(
    _ compared: [(reference: Runs.Split, layers: [LayerActivations])], _ test: [LayerActivations],
    _ shown: GridMemory.Key, epoch: Int
  ) -> DistributionSnapshot? {
    var observed: DistributionSnapshot?
    let hidden = test.dropLast().indices.map { FeatureView.hidden(layer: $0) }
    for view in hidden + [.logits, .predictions] {
      guard let current = self.view(view, of: test) else { continue }
      for (reference, layers) in compared {
        guard let table = self.view(view, of: layers) else { continue }
        let key = GridMemory.Key(run: shown.run, view: view, reference: reference)
        let samples = zip(table.samples, current.samples).map {
          Paired(reference: $0, current: $1)
        }
        histories.record(key, epoch: epoch, samples)
        if key == shown { observed = snapshot(of: table, samples, key, epoch: epoch) }
      }
    }
    return observed
  }

  private func snapshot(
    of table: View, _ samples: [Paired<SortedSample>], _ key: GridMemory.Key, epoch: Int
  ) -> DistributionSnapshot {
    let features = table.names.indices.map { column in
      let feature = FeatureDistribution.numeric(
        name: table.names[column], reference: samples[column].reference,
        current: samples[column].current, grid: grids[key, column])
      if case .numeric(let histogram) = feature.shape { grids[key, column] = histogram.grid }
      return feature
    }
    return DistributionSnapshot(
      view: key.view, reference: key.reference, title: table.title, epoch: epoch,
      features: features.adjustedForMultipleTests())
  }

  /// What is looked at, or `nil` when there is no such view: inputs have a snapshot of their own.
  private func view(_ view: FeatureView, of layers: [LayerActivations]) -> View? {
    guard let logits = layers.last else { return nil }
    // A class such as `4` is told from a column, a unit or a step of that name.
    let outputs =
      target.task == .classification ? target.classes.map { "class \($0)" } : [target.column]
    switch view {
    case .inputs, .steps: return nil
    case .hidden(let layer):
      guard layer >= 0, layer < layers.count - 1 else { return nil }
      let shown = layers[layer]
      return View(
        title: shown.name, names: (0..<shown.units).map { "unit \($0)" },
        values: shown.values.map(Double.init))
    case .logits:
      return View(
        title: "logits", names: Array(outputs.suffix(logits.units)),
        values: logits.values.map(Double.init))
    case .predictions:
      return View(title: "predictions", names: outputs, values: predictions(logits))
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
