import Datasets
import Experiments
import Runs
import Shift
import TerminalUI

extension ModelEvaluation {
  /// The members of the object that `evaluate --json` writes.
  var members: [JSONValue.Member] {
    let common: [JSONValue.Member] = [
      .init(key: "rows", value: .integer(rows)), .init(key: "loss", value: .number(loss)),
    ]
    switch scores {
    case .classification(let scores):
      return
        common + [
          .init(key: "accuracy", value: .number(scores.accuracy)),
          .init(key: "accuracy_interval", value: JSONValue(interval)),
        ] + scores.details.members(named: "") + [
          .init(key: "per_class", value: scores.details.classMembers),
          .init(
            key: "confusion",
            value: [
              "classes": .array(scores.confusion.classes.map(JSONValue.string)),
              "counts": .array(
                scores.confusion.counts.map { .array($0.map(JSONValue.integer)) }),
            ]),
        ]
    case .regression(let scores):
      return
        common + [
          .init(key: "mae", value: .number(scores.meanAbsoluteError)),
          .init(key: "rmse", value: .number(scores.rootMeanSquaredError)),
          .init(key: "r2", value: .number(scores.r2)),
          .init(key: "r2_interval", value: JSONValue(interval)),
        ]
    }
  }

  /// The scores for people, a line each, and the confusion matrix that stands below them.
  var lines: (scores: [(name: String, value: String)], matrix: String) {
    var lines: [(name: String, value: String)] = [
      (steps == nil ? "rows" : "series", NumberText.count(rows)),
      ("loss", lossText),
    ]
    var matrix = ""
    switch scores {
    case .classification(let scores):
      lines.append(("accuracy", NumberText.share(scores.accuracy) + sure))
      lines.append(("F1, mean of classes", NumberText.share(scores.macroF1)))
      let details = scores.details
      for (name, share) in [
        ("ROC AUC", details.rocAUC), ("PR AUC", details.prAUC),
        ("calibration error, \(ClassScores.calibrationBins) bins", details.calibrationError),
      ] + details.topK.keys.sorted().map({ ("among the \($0) most probable", details.topK[$0]) }) {
        if let share { lines.append((name, NumberText.share(share))) }
      }
      if let loss = details.logLoss {
        lines.append(("log loss", NumberText.measure(loss, digits: 4)))
      }
      matrix = "\n" + scores.confusion.text
    case .regression(let scores):
      lines.append(("mean absolute error", NumberText.measure(scores.meanAbsoluteError, digits: 4)))
      lines.append(
        ("root mean squared error", NumberText.measure(scores.rootMeanSquaredError, digits: 4)))
      let isConstant = scores.r2.isNaN && scores.meanAbsoluteError.isFinite
      lines.append(
        (
          "R2",
          isConstant
            ? "left out: the target is the same everywhere" : NumberText.share(scores.r2) + sure
        )
      )
    }
    return (lines, matrix)
  }
}

extension ModelEvaluation {
  /// How sure the score is: ` (.885 to .972)`.
  private var sure: String { interval.map { " (\($0.text))" } ?? "" }

  /// The loss, or why there is none.
  private var lossText: String {
    guard rowsInLoss > 0 else { return "left out: no row is of a class that the model has" }
    return NumberText.measure(loss, digits: 4)
  }
}

extension ConfusionMatrix {
  /// The counts with true classes down and predicted ones across.
  fileprivate var text: String {
    let names = classes.map { $0.onOneLine.shortened(to: 16) }
    return AlignedText(
      titles: ["true \\ predicted"] + names,
      rows: zip(names, counts).map { name, counts in [name] + counts.map { "\($0)" } },
      leftAligned: [0]
    ).text
  }
}
