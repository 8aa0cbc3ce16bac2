import Datasets
import Experiments
import Shift
import TerminalUI

/// What `evaluate` says of a model and a file: its scores, what they are estimated to be, how they compare.
struct EvaluationReport {
  /// The scores; `nil` where the file has no answers.
  var evaluation: ModelEvaluation?

  /// What the accuracy is estimated to be without answers.
  var estimate: AccuracyEstimate?

  /// The name of the file that the model is compared on.
  var reference: String?

  /// The object that `evaluate --json` writes.
  var json: JSONValue {
    var members = evaluation?.members ?? []
    if let estimate {
      if members.isEmpty { members.append(.init(key: "rows", value: .integer(estimate.rows))) }
      members += [
        .init(key: "estimated_accuracy", value: .number(estimate.accuracy)),
        .init(key: "temperature", value: .number(estimate.temperature)),
      ]
    }
    return .object(members + (evaluation?.gap?.members ?? []))
  }

  /// The scores for people, a line each, and the confusion matrix below them.
  var text: String {
    var (lines, matrix) = evaluation?.lines ?? ([], "")
    if let estimate {
      if lines.isEmpty { lines.append(("rows", NumberText.count(estimate.rows))) }
      lines.append(
        (
          "accuracy, estimated",
          "\(NumberText.share(estimate.accuracy)) by confidence at temperature "
            + NumberText.measure(estimate.temperature)
        ))
    }
    if let gap = evaluation?.gap, let reference { lines += gap.lines(reference: reference) }
    let width = lines.map(\.name.displayWidth).max() ?? 0
    return lines.map { name, value in
      "\(name)\(String(repeating: " ", count: width - name.displayWidth))  \(value)\n"
    }.joined() + matrix
  }
}

extension ShiftGap {
  fileprivate var members: [JSONValue.Member] {
    func member(_ key: String, _ part: LossSplit.Part) -> [JSONValue.Member] {
      [
        .init(key: key, value: .number(part.value)),
        .init(key: key + "_interval", value: JSONValue(part.interval)),
      ]
    }
    return [
      .init(
        key: "reference",
        value: [
          "rows": .integer(rows.reference),
          measure == .accuracy ? "accuracy" : "mae": .number(score(split.loss.reference)),
        ]),
      .init(
        key: "gap_rows",
        value: ["reference": .integer(rows.reference), "current": .integer(rows.current)]),
    ] + member("gap", split.rise) + member("gap_of_inputs", split.inputs)
      + member("gap_of_labels", split.labels) + [
        .init(
          key: "effective_rows",
          value: [
            "reference": .number(split.effectiveRows.reference),
            "current": .number(split.effectiveRows.current),
          ])
      ]
  }

  /// The gap in lines for people.
  fileprivate func lines(reference: String) -> [(name: String, value: String)] {
    let name = measure == .accuracy ? "accuracy" : "mean absolute error"
    let falls = split.rise.value < 0
    let change = falls == (measure == .accuracy) ? "higher" : "lower"
    func told(_ part: LossSplit.Part, _ confidence: String = "") -> String {
      text(of: falls ? part.negated : part, confidence)
    }
    let here = figure(score(split.loss.current))
    let there = figure(score(split.loss.reference))
    func inCommon(_ effective: Double, _ all: Int) -> String {
      "\(NumberText.count(Int(effective.rounded()))) of \(NumberText.count(all))"
    }
    let few: [(name: String, value: String)] =
      hasFewRows ? [("", "(of so few rows both intervals may be too narrow)")] : []
    let doubt = hardlyOverlaps ? ": the files hardly overlap, and the split says little" : ""
    return [
      (
        "\(name) here and there", "\(here) and \(there) on \(reference.pathForMessage.onOneLine)"
      ),
      ("\(change) here by", told(split.rise, " at 95 %")),
      ("  due to the inputs", told(split.inputs)),
      ("  due to the labels given them", told(split.labels)),
    ] + few + [
      (
        "rows in common",
        "\(inCommon(split.effectiveRows.current, rows.current)) here, "
          + "\(inCommon(split.effectiveRows.reference, rows.reference)) there\(doubt)"
      )
    ]
  }

  private func score(_ loss: Double) -> Double { measure == .accuracy ? 1 - loss : loss }

  private func figure(_ value: Double) -> String {
    measure == .accuracy ? NumberText.share(value) : NumberText.measure(value)
  }

  private func text(of part: LossSplit.Part, _ confidence: String = "") -> String {
    let interval =
      part.interval.map { " (\(figure($0.low)) to \(figure($0.high))\(confidence))" } ?? ""
    return figure(part.value) + interval
  }
}

extension LossSplit.Part {
  /// What is gained instead of lost, or the other way round.
  fileprivate var negated: LossSplit.Part {
    var part = self
    part.value = -value
    part.interval = interval.map { Interval(low: -$0.high, high: -$0.low) }
    return part
  }
}
