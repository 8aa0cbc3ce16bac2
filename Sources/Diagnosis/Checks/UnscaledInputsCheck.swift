import Datasets
import NeuralEngine
import Runs

/// Inputs of very different size that nothing brings to one scale.
struct UnscaledInputsCheck: Check {
  let name = "unscaled-inputs"
  let why =
    "Initial weights and the learning rate are meant for inputs near 1. The gradient of a weight "
    + "grows with its input: one column then rules the sum, and the others are hardly learned."

  /// The root of the mean square above which, and the largest magnitude below which, a column is
  /// off.
  private static let largest = 10.0
  private static let smallest = 0.1

  /// With one scale for all: how many times the usual deviation one column may have.
  private static let share = 100.0

  func findings(in examination: Examination) -> [Finding] {
    guard let file = examination.fitted else { return [] }
    return raw(in: file, examination) + drowned(in: file, examination)
  }

  private func raw(in file: ExaminedFile, _ examination: Examination) -> [Finding] {
    let layers = (try? LayerSpecification.parse(examination.configuration.layers)) ?? []
    let isNormalised = layers.first == .batchNormalization || layers.first == .layerNormalization
    let preprocessing = examination.configuration.data.preprocessing
    let target = preprocessing.scaling == .none ? examination.regressionTarget : nil
    let columns = (isNormalised ? [] : examination.features(scaledBy: .none)) + [target]
    return columns.compactMap { column -> Finding? in
      guard let column, let profile = file.numbers(column), profile.minimum < profile.maximum,
        profile.rootMeanSquare > Self.largest || profile.largest < Self.smallest
      else { return nil }
      return finding(
        .warning,
        "The values go from \(short(profile.minimum)) to "
          + "\(short(profile.maximum)) "
          + "and are used as they are.", in: file.path, column: column,
        action: "Leave out --scale none, or bring the column near 1.")
    }
  }

  private func drowned(in file: ExaminedFile, _ examination: Examination) -> [Finding] {
    let deviations = examination.features(scaledBy: .shared).compactMap { column in
      file.numbers(column).flatMap { $0.deviation > 0 ? (column, $0.deviation) : nil }
    }
    let usual = deviations.map(\.1).lowerMiddle ?? 0
    return deviations.filter { $0.1 > Self.share * usual }.map { column, deviation in
      finding(
        .warning,
        "Its deviation is \(short(deviation)), that of the usual column "
          + "\(short(usual)), and --scale shared divides all by one "
          + "number.",
        in: file.path, column: column,
        why: "The columns of small numbers are then all but 0 beside it.",
        action: "Leave out --scale shared: it is for columns of one unit, such as pixels.")
    }
  }
}

extension Examination {
  /// The features that are scaled in a way.
  fileprivate func features(scaledBy scaling: Scaling) -> [String] {
    features.filter { configuration.data.preprocessing.scaling(of: $0) == scaling }
  }

  /// The target where it is an amount.
  var regressionTarget: String? {
    labels?.encoder.task == .regression ? configuration.data.target : nil
  }
}
