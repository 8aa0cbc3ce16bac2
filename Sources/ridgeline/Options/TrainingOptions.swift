import ArgumentParser
import Runs

/// The penalties, the update rule and how long it goes on.
///
/// Numbers are taken as they stand: `-1` is a number out of range, and not an option that there is not.
struct TrainingOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The L1 penalty: this times the sum of |w|. (default: 0)", valueName: "strength"),
    transform: number("0 or more") { $0 >= 0 })
  var l1 = 0.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The L2 penalty: this times the sum of w^2. (default: 0)", valueName: "strength"),
    transform: number("0 or more") { $0 >= 0 })
  var l2 = 0.0

  @Option(
    name: .customLong("l1-mode"),
    help: "Soft-thresholding after each step (exact zeros), or Keras's subgradient.")
  var l1Mode = L1Mode.proximal

  @Option(help: "What the penalties pull the weights to: zero, or the base weights.")
  var pull = PenaltyPull.zero

  @Option(help: "The update rule.")
  var optimizer = OptimizerName.adam

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The learning rate. (default: 0.001)", valueName: "rate"),
    transform: number("above 0") { $0 > 0 })
  var learningRate = 1e-3

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The momentum of sgd, nesterov and rmsprop. (default: 0, nesterov 0.9)", valueName: "momentum"
    ),
    transform: number("0 or more and below 1") { (0..<1).contains($0) })
  var momentum: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The decoupled weight decay. (default: 0, adamw 0.004)", valueName: "rate"),
    transform: number("0 or more") { $0 >= 0 })
  var weightDecay: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The epochs to train for; 0 evaluates the base. (default: 50, the bundled demo 600)",
      valueName: "count"),
    transform: wholeNumber(atLeast: 0))
  var epochs: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The rows of a batch. (default: 32, the bundled demo 8)", valueName: "rows"),
    transform: wholeNumber(atLeast: 1))
  var batchSize: Int?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Shuffle the rows before each epoch.")
  var shuffle = true

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The seed of every draw. (default: 0)", valueName: "number"),
    transform: parseSeed)
  var seed: UInt64 = 0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "End after so many epochs without a better validation loss. (default: off)",
      valueName: "epochs"),
    transform: wholeNumber(atLeast: 1))
  var earlyStopping: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Evaluate validation and test every so many epochs. (default: 1)", valueName: "epochs"),
    transform: wholeNumber(atLeast: 1))
  var evaluateEvery = 1

  /// Refuses what says how penalties act when there is none.
  ///
  /// For a run without a screen: on one a key can switch a penalty on, which then acts as was said.
  ///
  /// - Throws: A usage error that names the option.
  func checkPenalties() throws {
    if pull != .zero, l1 == 0, l2 == 0 {
      throw ValidationError(
        "--pull says where penalties pull to, and there is none: give --l1 or --l2, or leave it out"
      )
    }
    if l1Mode != .proximal, l1 == 0 {
      throw ValidationError(
        "--l1-mode says how L1 acts, and it is off: give --l1, or leave it out")
    }
  }

  /// Puts the options into `configuration`.
  ///
  /// - Throws: A usage error for a momentum that the update rule does not have.
  func apply(to configuration: inout RunConfiguration) throws {
    if let momentum, momentum > 0, !optimizer.takesMomentum {
      let names = OptimizerName.allCases.filter(\.takesMomentum).map(\.rawValue)
      throw ValidationError(
        "--momentum is for the optimizers \(names.joined(separator: ", ")); "
          + "\(optimizer.rawValue) has a momentum of its own: leave it out")
    }
    configuration.penalty.l1 = Strength(l1)
    configuration.penalty.l2 = Strength(l2)
    configuration.penalty.l1Mode = l1Mode
    configuration.penalty.pull = pull
    configuration.optimizer.name = optimizer
    configuration.optimizer.learningRate = learningRate
    configuration.optimizer.momentum = momentum
    configuration.optimizer.weightDecay = weightDecay
    configuration.shuffles = shuffle
    configuration.seed = seed
    configuration.earlyStopping = earlyStopping
    configuration.evaluateEvery = evaluateEvery
    // These two differ in the demo: what is not given stays as the configuration has it.
    if let epochs { configuration.epochs = epochs }
    if let batchSize { configuration.batchSize = batchSize }
  }
}
