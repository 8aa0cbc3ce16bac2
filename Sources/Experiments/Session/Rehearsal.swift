public import Datasets
public import NeuralEngine
public import Runs

/// What a session does up to the first batch, without one: all that it would refuse.
public struct Rehearsal: Sendable {
  /// Where on the way to the first batch something was refused.
  public enum Stage: String, Sendable {
    /// The list of layers.
    case layers
    /// Files, columns, target, validation and preprocessing.
    case data
    /// The loss, for the target there is.
    case loss
    /// The network on these data, its frozen and its penalised layers.
    case network
    /// The weights of classes.
    case classWeights
  }

  /// What a session would say, and where.
  public struct Refusal: Sendable {
    /// The step that does not go on.
    public let stage: Stage

    /// One line: what is wrong, where, what to do.
    public let message: String

    /// The same with its parts, when it is about a file.
    public let error: DatasetError?
  }

  /// What is refused, in the order of the steps; a step that needs a refused one is not tried.
  public private(set) var refusals: [Refusal] = []

  /// What the data come to; `nil` when they are refused.
  public private(set) var summary: DataSummary?

  /// The network; `nil` when it, or something before it, is refused.
  public private(set) var architecture: NetworkArchitecture?

  /// Goes through the steps.
  ///
  /// - Parameters:
  ///   - configuration: The experiment.
  ///   - weights: Weights that were read from files.
  ///   - tables: Its files as `DataConfiguration.tables(of:)` reads them; `nil` when they cannot be
  ///     read, which leaves the layers alone to be tried.
  public init(
    of configuration: RunConfiguration, weights: SuppliedWeights, tables: [Runs.Split: Table]?
  ) {
    let setup = SessionSetup(configuration: configuration, weights: weights)
    let layers = attempt(.layers) { () throws(SessionFailure) in try setup.layers() }
    guard let tables else { return }
    let data = attempt(.data) { () throws(SessionFailure) in
      try setup.data(for: layers ?? [], tables: tables)
    }
    guard let data else { return }
    summary = data.summary
    _ = attempt(.classWeights) { () throws(SessionFailure) in
      if let train = data.splits[.train] {
        _ = try configuration.classWeights(on: train.target, of: data.target)
      }
    }
    let loss = attempt(.loss) { () throws(SessionFailure) in
      try configuration.lossFunction(for: data.target)
    }
    guard let layers else { return }
    architecture = attempt(.network) { () throws(SessionFailure) in
      try setup.architecture(layers, for: data, loss: loss ?? data.target.usualLoss)
    }
  }

  private mutating func attempt<Value>(
    _ stage: Stage, _ step: () throws(SessionFailure) -> Value
  ) -> Value? {
    do {
      return try step()
    } catch {
      refusals.append(Refusal(stage: stage, message: error.description, error: error.cause))
      return nil
    }
  }
}
