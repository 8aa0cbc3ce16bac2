import Experiments
import NeuralEngine
import Runs

/// A learning rate that throws the weights about, or that never brings them anywhere.
struct LearningRateCheck: Check {
  let name = "learning-rate"
  let why =
    "Too large, one step undoes what the others did and the loss jumps or diverges; too small, the "
    + "weights end where they began."

  /// What the whole way of a weight has to be able to reach.
  private static let leastWay = 1e-3

  func findings(in examination: Examination) -> [Finding] {
    let optimizer = examination.configuration.optimizer
    let rate = optimizer.learningRate
    let limit = largestRate(optimizer, in: examination)
    if rate > limit * 1.000_1 {
      return [
        finding(
          .warning,
          "--learning-rate \(short(rate)) of \(optimizer.name.rawValue) is above "
            + "\(short(limit)), \(reason(optimizer)).",
          action: "Begin at \(short(usual(optimizer))) and change it by factors of 3.")
      ]
    }
    guard let steps = steps(in: examination), steps > 0 else { return [] }
    let way = rate * steps / (1 - (optimizer.name.takesMomentum ? optimizer.effectiveMomentum : 0))
    guard way < Self.leastWay else { return [] }
    return [
      finding(
        .warning,
        "\(Int(steps)) steps of --learning-rate \(short(rate)) come to a way of "
          + "\(short(way)).",
        action: "Begin at \(short(usual(optimizer))), or train for more epochs.")
    ]
  }

  /// The steps of an optimiser that divides by the gradient's size are of the rate's size, whatever
  /// the loss.
  private func isOfItsOwnSize(_ optimizer: OptimizerSettings) -> Bool {
    switch optimizer.name {
    case .sgd, .nesterov, .adagrad: false
    case .adam, .adamw, .amsgrad, .rmsprop, .nadam, .lion: true
    }
  }

  private func largestRate(_ optimizer: OptimizerSettings, in examination: Examination) -> Double {
    guard isOfItsOwnSize(optimizer) else { return 1 - optimizer.effectiveMomentum }
    let layers = (try? LayerSpecification.parse(examination.configuration.layers)) ?? []
    var width = examination.architecture?.features ?? 1
    var smallest = 0.1
    for case .dense(let units, _) in layers {
      smallest = min(smallest, (2 / Double(width + units)).squareRoot())
      width = units
    }
    return smallest
  }

  private func reason(_ optimizer: OptimizerSettings) -> String {
    isOfItsOwnSize(optimizer)
      ? "the deviation of an initial weight: a step moves each weight by as much"
      : "where a step is longer than the way to the bottom of a loss of curvature 2"
  }

  private func usual(_ optimizer: OptimizerSettings) -> Double {
    switch optimizer.name {
    case .sgd, .nesterov, .adagrad: 1e-2
    case .lion: 1e-4
    case .adam, .adamw, .amsgrad, .rmsprop, .nadam: 1e-3
    }
  }

  private func steps(in examination: Examination) -> Double? {
    guard let file = examination[.train] else { return nil }
    let configuration = examination.configuration
    let rows = examination.rehearsal.summary?.rows[.train] ?? file.samples
    let batches = (Double(rows) / Double(configuration.batchSize)).rounded(.up)
    return batches * Double(configuration.epochs)
  }
}
