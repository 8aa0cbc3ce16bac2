import Datasets
import Runs
import Shift

/// Labels that do not fit what the target seems to be.
struct LabelValuesCheck: Check {
  let name = "labels"
  let why =
    "What the target is decides the outputs and the loss: a wrong guess learns another task."

  /// The share of labels that may be missing.
  private static let mostMissing = 0.05

  func findings(in examination: Examination) -> [Finding] {
    if let finding = ownClasses(examination) { return [finding] }
    return examination.files.flatMap { file in
      let ofValues =
        file.split == .test
        ? [] : [outsiders(in: file, examination), consecutive(in: file, examination)]
      return (ofValues + [missing(in: file, examination)]).compactMap(\.self)
    }
  }

  /// A target that has hardly two rows of a class: amounts, or an identifier.
  private func ownClasses(_ examination: Examination) -> Finding? {
    guard let labels = examination.labels, labels.encoder.task == .classification,
      let file = examination[.source] ?? examination[.train]
    else { return nil }
    let counts = labels.learnedCounts
    let rows = counts.reduce(0, +)
    guard rows >= 20, 2 * counts.count > rows else { return nil }
    let areNumbers = file.numbers(labels.encoder.column) != nil
    return finding(
      .warning, "\(counts.count) classes in \(rows) \(file.noun): hardly two of them share one.",
      in: file.path, column: labels.encoder.column,
      action: areNumbers
        ? "Give --task regression, or name the column of the classes by --target."
        : "Name the column of the classes by --target.")
  }

  /// Whole numbers of a few kinds, and here and there something else.
  private func outsiders(in file: ExaminedFile, _ examination: Examination) -> Finding? {
    let target = examination.configuration.data.target
    guard case .numeric(let values)? = file.labels?[target] else { return nil }
    var counts: [Double: Int] = [:]
    for value in values where !value.isNaN {
      counts[value, default: 0] += 1
      guard counts.count <= 200 else { return nil }
    }
    let present = counts.values.reduce(0, +)
    let usual = counts.filter { $0.key == $0.key.rounded() }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(TargetEncoder.largestNumberOfNumericClasses)
    let among = Set(usual.filter { Double($0.value) >= 0.01 * Double(present) }.map(\.key))
    let others = counts.filter { !among.contains($0.key) }
    let rows = others.values.reduce(0, +)
    let isFew = rows > 0 && Double(rows) <= 0.01 * Double(present)
    let isTaken = others.keys.contains { $0 != $0.rounded() } || counts.count > 15
    // Classes of whole numbers alone that are rare are stray labels.
    guard among.count > 1, isFew, isTaken, let example = others.keys.min() else { return nil }
    let row = values.firstIndex(of: example)
    return finding(
      .warning,
      "\(rows) of \(present) labels are none of the \(among.count) whole numbers that all others "
        + "are, such as \(number(example))\(file.onLine(row)); the target is taken for "
        + "\(examination.labels?.encoder.task == .regression ? "numbers" : "classes").",
      in: file.path, column: target,
      action: "Correct these labels, or say by --task what the target is.")
  }

  /// Numbers from 0 or 1 on, each of them: codes of classes that are too many to be taken for such.
  private func consecutive(in file: ExaminedFile, _ examination: Examination) -> Finding? {
    let configuration = examination.configuration
    guard configuration.data.task == nil, configuration.loss.name == nil,
      examination.labels?.encoder.task == .regression,
      let profile = file.numbers(configuration.data.target), profile.isWhole,
      [0, 1].contains(profile.minimum), profile.maximum <= 1000,
      Double(profile.distinct) == profile.maximum - profile.minimum + 1,
      profile.sample.values.count >= 5 * profile.distinct
    else { return nil }
    return finding(
      .note,
      "The labels are the whole numbers from \(number(profile.minimum)) to "
        + "\(number(profile.maximum)), none left out, and are taken for amounts.",
      in: file.path, column: configuration.data.target,
      action:
        "Give --task classification if they are classes, --task regression if they are amounts.")
  }

  private func missing(in file: ExaminedFile, _ examination: Examination) -> Finding? {
    guard let encoded = examination.labels?[file.split] else { return nil }
    let missing = file.samples - encoded.samples.count
    guard Double(missing) > Self.mostMissing * Double(file.samples), !encoded.samples.isEmpty else {
      return nil
    }
    return finding(
      .warning, "\(missing) of \(file.samples) \(file.noun) have no label and are left out.",
      in: file.path, column: examination.configuration.data.target,
      why: "What is left is no fair draw when labels are missing for a reason"
        + (file.split == .test ? ", and fewer rows tell the score." : "."),
      action: "Fill in the labels, or leave out the rows.")
  }
}
