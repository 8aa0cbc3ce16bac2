import Datasets
import NeuralEngine
import Runs

/// The steps from a configuration to a network that can be trained, each of which may refuse it.
struct SessionSetup {
  let configuration: RunConfiguration
  let weights: SuppliedWeights

  /// The rows of a pass when nothing is trained: enough for full speed, few enough for the caches.
  static let evaluationRows = 256

  /// The hidden layers.
  func layers() throws(SessionFailure) -> [LayerSpecification] {
    do {
      return try LayerSpecification.parse(configuration.layers)
    } catch {
      throw SessionFailure(description: error.description)
    }
  }

  /// The data, read and prepared.
  ///
  /// - Parameters:
  ///   - layers: The hidden layers; some take series of one length only.
  ///   - tables: The files, when they have been read already.
  ///   - report: Is told how far the reading has come.
  /// - Returns: The data.
  /// - Throws: A ``SessionFailure``; about a file with the error that it comes from.
  func data(
    for layers: [LayerSpecification], tables: [Runs.Split: Table]? = nil,
    report: (@Sendable (WorkProgress) -> Void)? = nil
  ) throws(SessionFailure) -> PreparedData {
    var data: PreparedData
    do {
      data = try DataPreparation.prepare(
        configuration.data, tables: tables, seed: configuration.baseSeed,
        fitted: configuration.method == .fineTune ? weights.preprocessing : nil,
        takesUnevenSeries: !layers.contains { $0.needsEvenSteps }, report: report)
    } catch let error as SessionFailure {
      throw error
    } catch {
      throw SessionFailure(description: "\(error)", cause: error as? DatasetError)
    }
    try checkValidation(of: data)
    data.summary.warnings += configuration.batchWarnings(
      of: layers, series: data.steps, rows: data.splits[.train]?.rows ?? 0)
    return data
  }

  /// The network on the data.
  ///
  /// Refuses one, or batches of it, that no memory holds, before any is taken, and layers that do
  /// not fit series.
  func architecture(
    _ layers: [LayerSpecification], for data: PreparedData, loss: LossFunction
  ) throws(SessionFailure) -> NetworkArchitecture {
    let architecture = NetworkArchitecture(
      features: data.pipeline.inputs.count, steps: data.steps,
      embeddings: try configuration.embedding.embeddings(of: data.pipeline.inputs),
      layers: layers, outputs: loss.outputs(forClasses: data.target.classes.count))
    let mostRows = data.splits.values.reduce(1) { max($0, $1.rows) }
    let batch = max(Self.evaluationRows, min(configuration.batchSize, mostRows))
    do {
      try architecture.checkLayers()
    } catch {
      throw SessionFailure(description: error.description)
    }
    try configuration.checkLayers(of: architecture)
    do {
      try architecture.checkSize(batchSize: batch)
    } catch {
      throw SessionFailure(description: error.description)
    }
    return architecture
  }

  private func checkValidation(of data: PreparedData) throws(SessionFailure) {
    let needs = [
      ("early stopping", "--early-stopping", configuration.earlyStopping),
      (
        "reducing the rate", "--reduce-on-plateau",
        configuration.optimizer.schedule.plateauPatience
      ),
    ]
    for (what, option, patience) in needs
    where patience != nil && data.splits[.validation] == nil {
      throw SessionFailure(
        description: "\(what) needs validation rows; "
          + "give a larger --validation-split or leave out \(option)")
    }
  }
}
