import Datasets
import NeuralEngine
import Runs

/// Brings the base weights into a network: trained, found in the store, from a file, or as drawn.
struct BaseMaker {
  let plan: SessionPlan
  let data: PreparedData
  let loss: LossFunction
  let gate: Gate

  /// Makes the base.
  ///
  /// - Parameters:
  ///   - network: A network with its initial weights; it holds the base afterwards.
  ///   - evaluator: Tells how good the base is.
  /// - Returns: Where the base came from and how good it is; `nil` when told to stop.
  /// - Throws: A ``SessionFailure`` when supplied weights do not fit.
  func make(
    in network: Network, evaluator: Evaluator
  ) throws(SessionFailure) -> BaseSummary? {
    let configuration = plan.configuration
    if let base = plan.weights.base, configuration.method == .fineTune {
      try load(base, from: configuration.base, into: network)
      return summary(.file, network, evaluator)
    }
    switch configuration.method {
    case .none:
      if let initial = plan.weights.initial {
        try load(initial, from: configuration.initialWeights, into: network)
      }
      return summary(.none, network, evaluator)
    case .fineTune:
      return try train(network, evaluator)
    }
  }

  private func train(
    _ network: Network, _ evaluator: Evaluator
  ) throws(SessionFailure) -> BaseSummary? {
    let origin = data.splits[.source] == nil ? Runs.Split.train : .source
    guard let rows = data.splits[origin] else {
      throw SessionFailure(description: "there are no rows to train the base on; add rows")
    }
    let recipe = try recipe(network.architecture, rows)
    let summaryOrigin = origin == .source ? BaseSummary.Origin.source : .train
    let key = plan.baseStore == nil ? "" : recipe.key
    if let stored = plan.baseStore?.load(key: key), let epochs = restore(stored, into: network) {
      return summary(summaryOrigin, network, evaluator, epochs: epochs, isCached: true)
    }
    guard let outcome = BaseTraining(recipe: recipe, gate: gate).train(network) else { return nil }
    // One that diverged is trained, and told of, each time: found in the store it would pass for a good one.
    if !outcome.diverged {
      plan.baseStore?.store(
        network.weights + [Self.epochsTensor(outcome.epochs)], key: key)
    }
    return summary(
      summaryOrigin, network, evaluator, epochs: outcome.epochs,
      warnings: outcome.diverged
        ? ["the base diverged after epoch \(outcome.epochs); its best weights are kept"] : [])
  }

  private func recipe(
    _ architecture: NetworkArchitecture, _ rows: SplitData
  ) throws(SessionFailure) -> BaseRecipe {
    let configuration = plan.configuration
    var optimizer = configuration.engineOptimizer(
      learningRate: configuration.baseLearningRate ?? configuration.optimizer.learningRate)
    // A base keeps its best weights, not a mean of them.
    optimizer.averageMomentum = nil
    return BaseRecipe(
      architecture: architecture, loss: loss,
      classWeights: try configuration.classWeights(on: rows.target, of: data.target),
      optimizer: optimizer,
      epochs: configuration.baseEpochs, batchSize: configuration.batchSize,
      shuffles: configuration.shuffles,
      seed: configuration.baseSeed, data: rows)
  }

  private func summary(
    _ origin: BaseSummary.Origin, _ network: Network, _ evaluator: Evaluator, epochs: Int = 0,
    isCached: Bool = false, warnings: [String] = []
  ) -> BaseSummary? {
    guard let train = evaluator.metrics(of: network, on: .train) else { return nil }
    return BaseSummary(
      origin: origin, epochs: epochs, isCached: isCached, train: train,
      validation: evaluator.metrics(of: network, on: .validation),
      test: evaluator.metrics(of: network, on: .test), warnings: warnings)
  }

  private func load(
    _ weights: [NamedTensor], from file: String?, into network: Network
  ) throws(SessionFailure) {
    do {
      try network.load(weights)
    } catch {
      throw SessionFailure(description: "\(file.map { "\($0): " } ?? "")\(error)".cleaned)
    }
    if let problem = weights.problem {
      throw SessionFailure(
        description: "\(file ?? "the supplied weights"): \(problem); save it again".cleaned)
    }
  }

  // MARK: - Store

  private static let epochsName = "training/epochs"

  /// The number of epochs, stored as one more tensor.
  private static func epochsTensor(_ epochs: Int) -> NamedTensor {
    NamedTensor(name: epochsName, shape: [1], values: [Float(epochs)])
  }

  /// Loads stored weights; what does not fit is as good as not there.
  private func restore(_ stored: [NamedTensor], into network: Network) -> Int? {
    guard let value = stored.first(where: { $0.name == Self.epochsName })?.values.first,
      let epochs = Int(exactly: value),
      stored.problem == nil,
      (try? network.load(stored.filter { $0.name != Self.epochsName })) != nil
    else { return nil }
    return epochs
  }
}
