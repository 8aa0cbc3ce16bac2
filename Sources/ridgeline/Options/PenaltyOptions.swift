import ArgumentParser
import Runs

/// What keeps weights small, or as they were.
struct PenaltyOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "The L1 penalty: this times the sum of |w|; dense_0=0.1 is that of one layer. Can be repeated. (default: 0)",
      valueName: "strength,.."),
    transform: PenaltyStrength.init(parsing:))
  var l1: [PenaltyStrength] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "The L2 penalty: this times the sum of w^2; dense_0=0.1 is that of one layer. Can be repeated. (default: 0)",
      valueName: "strength,.."),
    transform: PenaltyStrength.init(parsing:))
  var l2: [PenaltyStrength] = []

  @Option(
    name: .customLong("l1-mode"),
    help: "Soft-thresholding after each step (exact zeros), or Keras's subgradient.")
  var l1Mode = L1Mode.proximal

  @Option(help: "What the penalties pull the weights to: zero, or the base weights.")
  var pull = PenaltyPull.zero

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Pull at biases too.")
  var penaliseBiases = false

  @Option(
    help:
      "What L1 takes together and drops as a whole: all weights of a feature, or of a unit. (default: each weight alone)"
  )
  var groupLasso: PenaltyGroups?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The largest norm of the weights that enter a unit. (default: off)", valueName: "norm"),
    transform: number("above 0") { $0 > 0 })
  var maxNorm: Double?

  @Option(
    help: ArgumentHelp(
      "Layers that fine-tuning leaves as they are, such as dense_0.", valueName: "layer,.."))
  var freeze: ColumnList?

  /// Refuses what says how penalties act when there is none.
  ///
  /// For a run without a screen: on one a key can switch a penalty on, which then acts as was said.
  ///
  /// - Throws: A usage error that names the option.
  func checkEffects() throws {
    let (hasL1, hasL2) = (PenaltyStrength(l1).isOn, PenaltyStrength(l2).isOn)
    if pull != .zero, !hasL1, !hasL2 {
      throw ValidationError(
        "--pull says where penalties pull to, and there is none: give --l1 or --l2, or leave it out"
      )
    }
    if penaliseBiases, !hasL1, !hasL2 {
      throw ValidationError(
        "--penalise-biases says what penalties pull at, and there is none: give --l1 or --l2, or "
          + "leave it out")
    }
    if l1Mode != .proximal, !hasL1 {
      throw ValidationError(
        "--l1-mode says how L1 acts, and it is off: give --l1, or leave it out")
    }
    if groupLasso != nil, !hasL1 {
      throw ValidationError(
        "--group-lasso says what L1 takes together, and it is off: give --l1, or leave it out")
    }
  }

  /// Puts the options into `configuration`.
  ///
  /// - Throws: A usage error when options contradict one another.
  func apply(to configuration: inout RunConfiguration) throws {
    if groupLasso != nil, l1Mode == .subgradient {
      throw ValidationError("--group-lasso is proximal; leave out --l1-mode subgradient")
    }
    let l1 = PenaltyStrength(l1)
    let l2 = PenaltyStrength(l2)
    configuration.penalty.l1 = Strength(l1.general ?? 0)
    configuration.penalty.l2 = Strength(l2.general ?? 0)
    configuration.penalty.layerL1 = l1.layers
    configuration.penalty.layerL2 = l2.layers
    configuration.penalty.l1Mode = l1Mode
    configuration.penalty.pull = pull
    configuration.penalty.penalisesBiases = penaliseBiases
    configuration.penalty.groups = groupLasso
    configuration.penalty.maximumNorm = maxNorm
    configuration.frozen = freeze?.names ?? []
  }
}
