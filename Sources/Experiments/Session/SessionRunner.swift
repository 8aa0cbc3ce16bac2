import Datasets
import NeuralEngine
import Runs

/// What the training thread does, from reading the files to the end of the session.
final class SessionRunner {
  private let plan: SessionPlan
  private let channels: SessionChannels
  private let gate: Gate

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
      gate.post(.failed(error.description, isWrongUsage: error.isWrongUsage))
    }
  }

  private func prepareAndTrain() throws(SessionFailure) {
    let setup = SessionSetup(configuration: plan.configuration, weights: plan.weights)
    let layers = try setup.layers()
    let data = try setup.data(for: layers, report: gate.workReport())
    let loss = try plan.configuration.lossFunction(for: data.target)
    gate.post(.data(data.summary))
    let architecture = try setup.architecture(layers, for: data, loss: loss)
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
        data: data, architecture: architecture,
        trainingThreads: architecture.trainingThreads(
          frozen: Set(plan.configuration.frozen), batchSize: plan.configuration.batchSize),
        channels: channels, prepare: plan.prepareThread)
      : nil
    defer {
      channels.close()
      analyst?.join()
    }
    let network = Network(
      architecture, maximumBatch: SessionSetup.evaluationRows, seed: plan.configuration.baseSeed)
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
