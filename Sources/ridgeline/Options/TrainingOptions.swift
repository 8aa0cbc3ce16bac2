import ArgumentParser
import Runs

/// The update rule and how long it goes on.
struct TrainingOptions: ParsableArguments {
  @Option(help: "The update rule.")
  var optimizer = OptimizerName.adam

  @Option(
    help: ArgumentHelp("The learning rate. (default: 0.001)", valueName: "rate"),
    transform: number("above 0") { $0 > 0 })
  var learningRate = 1e-3

  @Option(
    help: ArgumentHelp(
      "The momentum of sgd and nesterov. (default: 0, nesterov 0.9)", valueName: "momentum"),
    transform: number("0 or more and below 1") { (0..<1).contains($0) })
  var momentum: Double?

  @Option(
    help: ArgumentHelp(
      "The decoupled weight decay. (default: 0, adamw 0.004)", valueName: "rate"),
    transform: number("0 or more") { $0 >= 0 })
  var weightDecay: Double?

  @Option(
    help: ArgumentHelp(
      "The epochs to train for; 0 evaluates the base. (default: 50, the bundled demo 600)",
      valueName: "count"),
    transform: wholeNumber(atLeast: 0))
  var epochs: Int?

  @Option(
    help: ArgumentHelp(
      "The rows of a batch. (default: 32, the bundled demo 8)", valueName: "rows"),
    transform: wholeNumber(atLeast: 1))
  var batchSize: Int?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Shuffle the rows before each epoch.")
  var shuffle = true

  @Option(help: ArgumentHelp("The seed of every draw.", valueName: "number"))
  var seed: UInt64 = 0

  @Option(
    help: ArgumentHelp(
      "End after so many epochs without a better validation loss. (default: off)",
      valueName: "epochs"),
    transform: wholeNumber(atLeast: 1))
  var earlyStopping: Int?

  @Option(
    help: ArgumentHelp(
      "Evaluate validation and test every so many epochs. (default: 1)", valueName: "epochs"),
    transform: wholeNumber(atLeast: 1))
  var evaluateEvery = 1

  /// Puts the options into `configuration`.
  func apply(to configuration: inout RunConfiguration) {
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
