import Datasets
import NeuralEngine
import Runs

extension RunConfiguration {
  /// Refuses options that name layers which the network has not, that act on nothing there, or that
  /// leave nothing to train.
  func checkLayers(of architecture: NetworkArchitecture) throws(SessionFailure) {
    let layers = architecture.namesOfWeightedLayers
    let strengths = [
      ("--l1", penalty.layerL1.keys.sorted()), ("--l2", penalty.layerL2.keys.sorted()),
    ]
    for (option, names) in [("--freeze", frozen)] + strengths {
      if let unknown = names.first(where: { !layers.contains($0) }) {
        throw SessionFailure(
          description:
            "\(option): there is no layer '\(unknown.cleaned)' with weights; the network has "
            + layers.joined(separator: ", "))
      }
    }
    if Set(frozen).count == layers.count {
      throw SessionFailure(
        description: "--freeze: every layer is frozen, so that nothing is trained; leave one out")
    }
    let penalised = architecture.namesOfPenalisedLayers
    for (option, names) in strengths {
      if let name = names.first(where: { !penalised.contains($0) }) {
        throw SessionFailure(
          description: "\(option): the layer '\(name)' has no weights that a penalty pulls at; "
            + "name one of \(penalised.joined(separator: ", "))")
      }
      if let name = names.first(where: frozen.contains) {
        throw SessionFailure(
          description: "\(option): the layer '\(name)' is frozen and has no penalty; "
            + "name it in one of \(option) and --freeze alone")
      }
    }
    try checkGroups(of: architecture)
  }

  private func checkGroups(of architecture: NetworkArchitecture) throws(SessionFailure) {
    guard let groups = penalty.groups else { return }
    let grouped = architecture.namesOfGroupedLayers(groups == .inputs ? .inputs : .units)
    guard grouped.allSatisfy(frozen.contains) else { return }
    throw SessionFailure(
      description: grouped.isEmpty
        ? "--group-lasso \(groups.rawValue): the network has no hidden layer with units; leave it out"
        : "--group-lasso \(groups.rawValue) acts on \(grouped.joined(separator: ", ")), and --freeze "
          + "leaves no penalty there; leave one of them out")
  }

  /// What a person should know about batches of one row: normalised over itself, it is 0.
  ///
  /// - Parameters:
  ///   - layers: The hidden layers.
  ///   - steps: The steps of a series; `nil` for rows that are no series.
  ///   - rows: The samples to learn from.
  /// - Returns: A warning, or none.
  func batchWarnings(
    of layers: [LayerSpecification], series steps: Int?, rows: Int
  ) -> [String] {
    let architecture = NetworkArchitecture(features: 1, steps: steps, layers: layers, outputs: 1)
    let names = architecture.namesOfBatchNormalizationsOfRows.filter { !frozen.contains($0) }
    let size = min(batchSize, rows)
    guard let name = names.first, size == 1 || size > 1 && rows % size == 1 else { return [] }
    return [
      "\(name): \(size == 1 ? "every batch is one row" : "the last batch of an epoch is one row"), "
        + "and a row alone is normalised to 0; give another --batch-size"
    ]
  }
}
