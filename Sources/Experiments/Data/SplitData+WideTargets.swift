import Datasets

extension SplitData {
  /// The targets of a regression when the engine's single precision does not hold one of them.
  var wideTargets: [Double]? {
    guard case .values(let values) = target, values.contains(where: { !Float($0).isFinite })
    else { return nil }
    return values
  }

  /// What a person should know about targets that are too large to learn from, or for the loss.
  ///
  /// - Parameters:
  ///   - place: Whose rows they are, such as a split or a path.
  ///   - isLearnedFrom: Whether a network is trained on them.
  /// - Returns: A warning, or none.
  func targetWarnings(about place: String, isLearnedFrom: Bool) -> [DatasetWarning] {
    guard let wideTargets else { return [] }
    let count = wideTargets.count {
      isLearnedFrom ? !Float($0).isFinite : !($0 * $0).isFinite
    }
    guard count > 0 else { return [] }
    let targets = count == 1 ? "1 target lies" : "\(count) targets lie"
    return [
      DatasetWarning(
        isLearnedFrom
          ? "\(place): \(targets) beyond what can be learned from, and training will diverge"
          : "\(place): \(targets) beyond what the loss can hold; it is left out, the other scores "
            + "are told")
    ]
  }
}
