import ArgumentParser
import Datasets
import Runs

/// What is minimised on the data, and how much each row counts.
struct LossOptions: ParsableArguments {
  @Option(
    help:
      "The data loss. (default: cross-entropy, in a regression mse)")
  var loss: LossName?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The share of each label that is spread over all classes. (default: 0)", valueName: "share"),
    transform: number("0 or more and below 1") { (0..<1).contains($0) })
  var labelSmoothing = 0.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The exponent of the focal loss, alpha (1 - p)^gamma (-log p). (default: 2)",
      valueName: "number"),
    transform: number("0 or more") { $0 >= 0 })
  var focalGamma: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The factor of the focal loss. (default: 0.25)", valueName: "number"),
    transform: number("above 0") { $0 > 0 })
  var focalAlpha: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The error from which on the Huber loss is linear, in deviations of the target. (default: 1)",
      valueName: "number"),
    transform: number("above 0") { $0 > 0 })
  var huberDelta: Double?

  @Option(
    help: ArgumentHelp(
      "Factors of the losses of the classes' rows: balanced, or such as yes=3,no=1. (default: 1)",
      valueName: "class=factor,.."),
    transform: ClassWeights.init(parsing:))
  var classWeight: ClassWeights?

  @Option(
    help: ArgumentHelp(
      "The column that holds a factor for the loss of each row; it is no feature.",
      valueName: "column"))
  var sampleWeight: String?

  /// Puts the options into `configuration`.
  ///
  /// - Throws: A usage error when options contradict one another.
  func apply(to configuration: inout RunConfiguration) throws {
    // As in Keras: both are factors of the same loss, and which was meant would be a guess.
    if classWeight != nil, sampleWeight != nil {
      throw ValidationError("--class-weight and --sample-weight exclude one another")
    }
    if let sampleWeight, sampleWeight == configuration.data.target {
      throw ValidationError(
        "--sample-weight names the target '\(sampleWeight.cleaned)': name a column of weights")
    }
    try checkEffects()
    configuration.loss.name = loss
    configuration.loss.labelSmoothing = labelSmoothing
    configuration.loss.focalGamma = focalGamma ?? configuration.loss.focalGamma
    configuration.loss.focalAlpha = focalAlpha ?? configuration.loss.focalAlpha
    configuration.loss.huberDelta = huberDelta ?? configuration.loss.huberDelta
    configuration.classWeights = classWeight
    configuration.data.sampleWeight = sampleWeight
  }

  /// Refuses the numbers of a loss that is not the one.
  private func checkEffects() throws {
    let numbers: [(String, isGiven: Bool, of: LossName)] = [
      ("--focal-gamma", focalGamma != nil, .focal), ("--focal-alpha", focalAlpha != nil, .focal),
      ("--huber-delta", huberDelta != nil, .huber),
    ]
    for (option, isGiven, name) in numbers where isGiven && loss != name {
      throw ValidationError(
        "\(option) is of the loss \(name.rawValue): give --loss \(name.rawValue), or leave it out")
    }
  }
}

extension ClassWeights {
  /// Reads `balanced`, or a list such as `yes=3,no=1`.
  fileprivate init(parsing text: String) throws {
    if text == "balanced" {
      self = .balanced
      return
    }
    self = .given(try namedNumbers(text, of: "a class and its factor, 0 or more") { $0 >= 0 })
  }
}
