import Datasets
import NeuralEngine
import Runs

/// What the training thread does, from reading the files to the end of the session.
final class SessionRunner {
  private let plan: SessionPlan
  private let channels: SessionChannels
  private let gate: Gate

  /// The rows of a pass when nothing is trained: enough for full speed, few enough for the caches.
  static let evaluationRows = 256

  init(plan: SessionPlan, channels: SessionChannels) {
    self.plan = plan
    self.channels = channels
    gate = Gate(
      commands: channels.commands, mailbox: channels.mailbox,
      control: RunControl(settings: plan.configuration.liveSettings, pace: plan.pace))
    gate.onObservation = { channels.observe($0) }
  }

  /// Runs the session; ends after `.stop` or, with an event, when it cannot go on.
  func run() {
    defer {
      channels.close()
      channels.mailbox.close()
    }
    gate.progress.epochs = plan.configuration.epochs
    gate.postStatus()
    do {
      try prepareAndTrain()
    } catch {
      gate.progress.phase = .failed(error.description)
      gate.post(.failed(error.description))
    }
  }

  private func prepareAndTrain() throws(SessionFailure) {
    let layers = try layers()
    var data = try prepareData(for: layers)
    data.summary.warnings += plan.configuration.batchWarnings(
      of: layers, series: data.steps, rows: data.splits[.train]?.rows ?? 0)
    let loss = try plan.configuration.lossFunction(for: data.target)
    gate.post(.data(data.summary))
    let architecture = NetworkArchitecture(
      features: data.pipeline.inputs.count, steps: data.steps,
      embeddings: try plan.configuration.embedding.embeddings(of: data.pipeline.inputs),
      layers: layers,
      outputs: loss.outputs(forClasses: data.target.classes.count))
    try check(architecture, for: data)
    channels.model.describe(
      ModelBoard.Frame(
        architecture: architecture, pipeline: data.pipeline, target: data.target,
        loss: loss, sequence: plan.configuration.data.sequence?.seriesColumns,
        sampleWeight: plan.configuration.data.sampleWeight,
        validation: data.splits[.validation]))
    guard !gate.isStopRequested else { return }
    let analyst =
      plan.observesDistributions
      ? Analyst.start(
        data: data, architecture: architecture, channels: channels, prepare: plan.prepareThread)
      : nil
    defer {
      channels.close()
      analyst?.join()
    }
    let network = Network(
      architecture, maximumBatch: Self.evaluationRows, seed: plan.configuration.baseSeed)
    let evaluator = Evaluator(
      splits: data.splits.filter { $0.key != .source }, target: data.target, loss: loss)
    let maker = BaseMaker(plan: plan, data: data, loss: loss, gate: gate)
    guard let base = try maker.make(in: network, evaluator: evaluator) else { return }
    gate.post(.base(base))
    let weights =
      try data.splits[.train].flatMap { (train) throws(SessionFailure) in
        try plan.configuration.classWeights(on: train.target, of: data.target)
      } ?? nil
    trainRuns(
      in: network, evaluator: evaluator, inputGroups: data.pipeline.inputs.columnNumbers,
      classWeights: weights)
  }

  /// Trains one run after the other, all from the weights that `network` holds.
  private func trainRuns(
    in network: Network, evaluator: Evaluator, inputGroups: [Int], classWeights: [Float]?
  ) {
    guard let samples = evaluator[.train] else { return }
    var base: [Float] = []
    network.copyWeights(into: &base)
    var header = RunHeader(
      number: 1, origin: .first, configuration: plan.configuration.with(gate.control.settings))
    while true {
      // A restart asked for before the run began has nothing to act on.
      gate.control.clearRestart()
      let run = FineTuning(
        header: header, base: base, network: network, samples: samples, evaluator: evaluator,
        inputGroups: inputGroups, classWeights: classWeights, gate: gate, board: channels.model,
        script: plan.script, keepsOutcomes: plan.observesDistributions)
      guard case .restart(let sameSeed) = run.run() else { return }
      header = RunHeader(
        number: header.number + 1, origin: sameSeed ? .sameSeed : .nextSeed,
        configuration: header.configuration.restarted(
          sameSeed: sameSeed, settings: gate.control.settings))
    }
  }

  private func layers() throws(SessionFailure) -> [LayerSpecification] {
    do {
      return try LayerSpecification.parse(plan.configuration.layers)
    } catch {
      throw SessionFailure(description: error.description)
    }
  }

  /// Refuses a network, or batches of it, that no memory holds, before any is taken, and layers that
  /// do not fit series.
  private func check(
    _ architecture: NetworkArchitecture, for data: PreparedData
  ) throws(SessionFailure) {
    let mostRows = data.splits.values.reduce(1) { max($0, $1.rows) }
    let batch = max(Self.evaluationRows, min(plan.configuration.batchSize, mostRows))
    do {
      try architecture.checkLayers()
    } catch {
      throw SessionFailure(description: error.description)
    }
    try plan.configuration.checkLayers(of: architecture)
    do {
      try architecture.checkSize(batchSize: batch)
    } catch {
      throw SessionFailure(description: error.description)
    }
  }

  private func prepareData(
    for layers: [LayerSpecification]
  ) throws(SessionFailure) -> PreparedData {
    do {
      let data = try DataPreparation.prepare(
        plan.configuration.data, seed: plan.configuration.baseSeed,
        fitted: plan.configuration.method == .fineTune ? plan.weights.preprocessing : nil,
        takesUnevenSeries: !layers.contains { $0.needsEvenSteps }, report: gate.workReport())
      let needs = [
        ("early stopping", "--early-stopping", plan.configuration.earlyStopping),
        (
          "reducing the rate", "--reduce-on-plateau",
          plan.configuration.optimizer.schedule.plateauPatience
        ),
      ]
      for (what, option, patience) in needs
      where patience != nil && data.splits[.validation] == nil {
        throw SessionFailure(
          description: "\(what) needs validation rows; "
            + "give a larger --validation-split or leave out \(option)")
      }
      return data
    } catch let error as SessionFailure {
      throw error
    } catch {
      throw SessionFailure(description: "\(error)")
    }
  }
}

extension RunConfiguration {
  /// The seed of the split, the initial weights and the base.
  var baseSeed: UInt64 { preparationSeed ?? seed }

  /// The configuration of the first run, when settings were altered before it began.
  fileprivate func with(_ settings: LiveSettings) -> RunConfiguration {
    var configuration = self
    configuration.penalty = settings.penalty
    configuration.optimizer.learningRate = settings.learningRate
    if settings.learningRate != optimizer.learningRate {
      configuration.baseLearningRate = baseLearningRate ?? optimizer.learningRate
    }
    return configuration
  }

  /// The configuration of a run that is started again from the same base.
  fileprivate func restarted(sameSeed: Bool, settings: LiveSettings) -> RunConfiguration {
    var configuration = with(settings)
    if !sameSeed {
      configuration.preparationSeed = baseSeed
      configuration.seed &+= 1
    }
    return configuration
  }
}

extension [InputDescription] {
  /// For each input the number of its column, from 0 in the order in which columns first appear.
  var columnNumbers: [Int] {
    var numbers: [String: Int] = [:]
    return map { input in
      let next = numbers.count
      return numbers[input.column]
        ?? {
          numbers[input.column] = next
          return next
        }()
    }
  }
}
