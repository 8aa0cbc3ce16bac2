import Datasets
import NeuralEngine
import Runs

extension RunConfiguration {
  /// The data loss as the engine takes it.
  ///
  /// - Throws: A ``SessionFailure`` when it does not fit the target.
  func lossFunction(for target: TargetEncoder) throws(SessionFailure) -> LossFunction {
    let isClassification = target.task == .classification
    let name = loss.name ?? (isClassification ? .crossEntropy : .mse)
    let function = LossFunction(
      name.kind, labelSmoothing: loss.labelSmoothing, focalGamma: loss.focalGamma,
      focalAlpha: loss.focalAlpha, huberDelta: loss.huberDelta)
    let column = "'\(target.column.cleaned)'"
    guard function.isOfClasses == isClassification else {
      let fitting = LossName.allCases.map(\.rawValue).filter { word in
        LossName(rawValue: word).map { LossFunction($0.kind).isOfClasses == isClassification }
          == true
      }
      throw SessionFailure(
        description: "the loss \(name.rawValue) is not for the \(target.task.rawValue) of "
          + "\(column): take \(fitting.joined(separator: ", "))")
    }
    guard loss.labelSmoothing == 0 || isClassification else {
      throw SessionFailure(
        description: "label smoothing is for classes, and \(column) is a regression: "
          + "leave out --label-smoothing")
    }
    guard name != .binaryCrossEntropy || target.classes.count == 2 else {
      throw SessionFailure(
        description: "the loss binary-cross-entropy needs two classes, and \(column) has "
          + "\(target.classes.count): take cross-entropy")
    }
    return function
  }

  /// The factors of the classes' losses on rows with these targets.
  ///
  /// - Throws: A ``SessionFailure`` for a class that there is not, in a regression, and when no row counts.
  func classWeights(on rows: Target, of target: TargetEncoder) throws(SessionFailure) -> [Float]? {
    guard let classWeights else { return nil }
    guard case .classes(let labels) = rows else {
      throw SessionFailure(
        description:
          "class weights are for classes, and '\(target.column.cleaned)' is a regression: "
          + "leave out --class-weight")
    }
    switch classWeights {
    case .balanced:
      var counts = [Int](repeating: 0, count: target.classes.count)
      for label in labels where label >= 0 { counts[Int(label)] += 1 }
      // A class without rows has no loss to be weighed.
      return counts.map {
        $0 == 0 ? 1 : Float(Double(labels.count) / Double(counts.count * $0))
      }
    case .given(let weights):
      if let unknown = weights.keys.sorted().first(where: { !target.classes.contains($0) }) {
        throw SessionFailure(
          description: "--class-weight: there is no class '\(unknown.cleaned)'; the classes are "
            + target.classes.prefix(12).joined(separator: ", ").cleaned)
      }
      let factors = target.classes.map { Float(weights[$0] ?? 1) }
      guard labels.contains(where: { $0 >= 0 && factors[Int($0)] > 0 }) else {
        throw SessionFailure(
          description: "--class-weight: the factor of every row that is learned from is 0; "
            + "give a class of theirs more")
      }
      return factors
    }
  }
}

extension LossName {
  /// The engine's name of the formula.
  fileprivate var kind: LossFunction.Kind {
    switch self {
    case .crossEntropy: .sparseCategoricalCrossentropy
    case .binaryCrossEntropy: .binaryCrossentropy
    case .focal: .categoricalFocalCrossentropy
    case .mse: .meanSquaredError
    case .mae: .meanAbsoluteError
    case .huber: .huber
    }
  }
}

extension TargetEncoder {
  /// The data loss where nothing else is asked for.
  var usualLoss: LossFunction {
    task == .classification ? .sparseCategoricalCrossentropy : .meanSquaredError
  }
}
