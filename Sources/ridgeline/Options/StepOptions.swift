import ArgumentParser
import Runs

/// What becomes of the learning rate and of gradients, and which weights are evaluated.
struct StepOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The largest norm of all gradients together, of loss and penalty. (default: off)",
      valueName: "norm"),
    transform: number("above 0") { $0 > 0 })
  var clipNorm: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The largest size of one weight's gradient. (default: off)", valueName: "size"),
    transform: number("above 0") { $0 > 0 })
  var clipValue: Double?

  @Option(help: "The course of the learning rate; a cosine ends at 0 with the last epoch.")
  var schedule = ScheduleName.constant

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The factor of one decay of the schedules step and exponential. (default: 0.1)",
      valueName: "factor"),
    transform: number("above 0") { $0 > 0 })
  var decayRate: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The epochs of one decay. (default: 10)", valueName: "epochs"),
    transform: number("above 0") { $0 > 0 })
  var decayEpochs: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The epochs in which the learning rate rises from 0. (default: 0)", valueName: "epochs"),
    transform: number("0 or more") { $0 >= 0 })
  var warmUp = 0.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Cut the learning rate after so many evaluations without a better validation loss. (default: off)",
      valueName: "evaluations"),
    transform: wholeNumber(atLeast: 1))
  var reduceOnPlateau: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The factor of such a cut. (default: 0.1)", valueName: "factor"),
    transform: number("above 0 and below 1") { $0 > 0 && $0 < 1 })
  var plateauFactor: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Evaluate and save a running mean of the weights that keeps this share of itself each step, such as 0.99. (default: off)",
      valueName: "share"),
    transform: number("0 or more and below 1") { (0..<1).contains($0) })
  var ema: Double?

  /// Puts the options into `configuration`.
  ///
  /// - Throws: A usage error when options contradict one another.
  func apply(to configuration: inout RunConfiguration) throws {
    if clipNorm != nil, clipValue != nil {
      throw ValidationError("--clip-norm and --clip-value exclude one another")
    }
    if let option = [("--decay-rate", decayRate), ("--decay-epochs", decayEpochs)]
      .first(where: { $0.1 != nil })?.0, schedule != .step, schedule != .exponential
    {
      throw ValidationError(
        "\(option) is of the schedules step and exponential: give --schedule step or exponential, "
          + "or leave it out")
    }
    if plateauFactor != nil, reduceOnPlateau == nil {
      throw ValidationError(
        "--plateau-factor is by how much --reduce-on-plateau cuts, and it is off: "
          + "give --reduce-on-plateau, or leave it out")
    }
    configuration.optimizer.clipNorm = clipNorm
    configuration.optimizer.clipValue = clipValue
    configuration.optimizer.averageMomentum = ema
    configuration.optimizer.schedule.name = schedule
    configuration.optimizer.schedule.decayRate =
      decayRate ?? configuration.optimizer.schedule.decayRate
    configuration.optimizer.schedule.decayEpochs =
      decayEpochs ?? configuration.optimizer.schedule.decayEpochs
    configuration.optimizer.schedule.warmUpEpochs = warmUp
    configuration.optimizer.schedule.plateauPatience = reduceOnPlateau
    configuration.optimizer.schedule.plateauFactor =
      plateauFactor ?? configuration.optimizer.schedule.plateauFactor
  }
}
