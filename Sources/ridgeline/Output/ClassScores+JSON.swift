import Runs

extension ClassScores {
  /// The scores over all classes, each key behind `prefix`.
  func members(named prefix: String) -> [JSONValue.Member] {
    [
      .init(key: prefix + "f1_macro", value: JSONValue(macroF1)),
      .init(key: prefix + "log_loss", value: JSONValue(logLoss)),
      .init(key: prefix + "roc_auc", value: JSONValue(rocAUC)),
      .init(key: prefix + "pr_auc", value: JSONValue(prAUC)),
      .init(
        key: prefix + "top_k",
        value: .object(
          topK.keys.sorted().map { .init(key: "\($0)", value: JSONValue(topK[$0])) })),
      .init(key: prefix + "calibration_error", value: JSONValue(calibrationError)),
      .init(key: prefix + "calibration_bins", value: .integer(Self.calibrationBins)),
    ]
  }

  /// The scores of each class.
  var classMembers: JSONValue {
    .array(
      classes.map { score in
        .object([
          .init(key: "class", value: .string(score.name)),
          .init(key: "support", value: .integer(score.support)),
          .init(key: "precision", value: .number(score.precision)),
          .init(key: "recall", value: .number(score.recall)),
          .init(key: "f1", value: .number(score.f1)),
          .init(key: "roc_auc", value: JSONValue(score.rocAUC)),
          .init(key: "pr_auc", value: JSONValue(score.prAUC)),
        ])
      })
  }
}
