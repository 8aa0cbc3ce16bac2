import NeuralEngine
import Runs

/// One run: fine-tuning from the base until its last epoch, and on when asked to.
final class FineTuning {
  /// How a run, or an epoch of it, was left.
  enum Leave: Error {
    case exit(RunControl.Exit)
    case divergence(Divergence)
  }

  let header: RunHeader
  let gate: Gate
  let evaluator: Evaluator
  let network: Network
  let board: ModelBoard
  let trainer: Trainer
  let samples: Samples
  let inputGroups: [Int]

  /// Whether a watcher compares runs row by row.
  let keepsOutcomes: Bool

  var order: EpochOrder

  /// Changes that are put in force on their own, those that are still to come.
  var script: ArraySlice<Change>

  /// The settings of the last batch.
  var inForce: LiveSettings

  /// The completed epochs.
  var epoch = 0

  /// The epoch at which the run is finished.
  var lastEpoch: Int

  /// When the first batch began.
  var start: MonotonicTime?

  /// What the gate had waited by then.
  var waitedAtStart = 0.0

  /// When the newest epoch began.
  var epochStart: MonotonicTime?

  var best = BestEpoch()
  var course: RateCourse
  var rate = RateMeter()

  /// The array that the next weights are copied to, to be put up.
  var spare: [Float] = []

  /// The weights that training goes on from, while those to be evaluated are in the network.
  var trained: [Float] = []

  /// Creates a run.
  ///
  /// - Parameters:
  ///   - header: How the run begins; its configuration holds the settings at the start.
  ///   - base: The weights to start from, those of the network's own kind.
  ///   - network: The network to train; it takes over the base.
  ///   - samples: The rows to train on.
  ///   - evaluator: Tells how good the weights are.
  ///   - inputGroups: For each input the number of its column.
  ///   - classWeights: The factors of the classes' losses; `nil` is 1.
  ///   - gate: Where commands are taken up.
  ///   - board: Where the weights are put up.
  ///   - script: Changes to put in force on their own.
  ///   - keepsOutcomes: Whether epochs are told row by row, too.
  init(
    header: RunHeader, base: [Float], network: Network, samples: Samples, evaluator: Evaluator,
    inputGroups: [Int], classWeights: [Float]?, gate: Gate, board: ModelBoard, script: [Change],
    keepsOutcomes: Bool
  ) {
    let configuration = header.configuration
    network.setWeights(base)
    self.header = header
    self.gate = gate
    self.evaluator = evaluator
    self.network = network
    self.board = board
    self.samples = samples
    self.inputGroups = inputGroups
    self.keepsOutcomes = keepsOutcomes
    self.script = script[...]
    lastEpoch = configuration.epochs
    inForce = configuration.liveSettings
    order = EpochOrder(
      count: samples.count, batchSize: configuration.batchSize, seed: configuration.seed,
      shuffles: configuration.shuffles)
    course = RateCourse(
      configuration.optimizer.schedule, batches: order.batches, epochs: configuration.epochs)
    // Its base, which penalties may pull to, is what the network holds now.
    trainer = Trainer(
      network: network, loss: evaluator.loss,
      optimizer: configuration.engineOptimizer(learningRate: inForce.learningRate),
      penalty: inForce.enginePenalty(inputGroups: inputGroups),
      frozen: Set(configuration.frozen), batchSize: order.batchSize,
      seed: configuration.seed)
    trainer.classWeights = classWeights
  }

  /// Trains until the session is to end or a new run is to begin.
  func run() -> RunControl.Exit {
    begin()
    while true {
      do {
        try train()
      } catch {
        switch error {
        case .exit(.stop):
          finish(isInterrupted: true)
          return .stop
        case .exit(let restart): return restart
        case .divergence(let divergence):
          gate.progress.phase = .diverged(divergence)
          gate.post(.diverged(divergence))
          return gate.waitForMore(canExtend: false) ?? .stop
        }
      }
      finish(isInterrupted: false)
      if let exit = gate.waitForMore(canExtend: true) { return exit }
      best.renewPatience(at: epoch)
    }
  }

  private func begin() {
    gate.progress = Gate.Progress(
      phase: .training, batchesPerEpoch: order.batches, epochs: lastEpoch)
    network.copyWeights(into: &spare)
    board.put(&spare, run: header.number, epoch: 0)
    gate.post(.began(header))
  }

  /// Trains up to the last epoch, or up to the one where early stopping ends the run.
  private func train() throws(Leave) {
    gate.progress.phase = .training
    while true {
      extend()
      let isStale = header.configuration.earlyStopping.map { best.isStale(at: epoch, after: $0) }
      guard epoch < lastEpoch, isStale != true else { return }
      try trainEpoch()
    }
  }

  private func extend() {
    let (more, overflow) = max(header.configuration.epochs, 1)
      .multipliedReportingOverflow(by: gate.control.takeExtensions())
    lastEpoch = overflow ? .max : lastEpoch.addingReportingOverflow(more).partialValue
    if lastEpoch < epoch { lastEpoch = .max }
    gate.progress.epochs = lastEpoch
  }
}
