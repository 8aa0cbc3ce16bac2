import Runs

extension RunEvent {
  /// The line that `fit --json` writes for the event; `nil` for those that it does not report.
  var json: JSONValue? {
    switch self {
    case .data(let summary): summary.json
    case .base(let summary): summary.json
    case .epoch(let record): record.json
    case .ended(let result): result.json
    case .began, .changed, .diverged, .failed: nil
    }
  }
}

extension DataSummary {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init(key: "event", value: "data"),
      .init(
        key: "rows",
        value: .object(
          Split.allCases.map { .init(key: $0.rawValue, value: JSONValue(rows[$0])) })),
    ]
    if let steps { members.append(.init(key: "steps", value: .integer(steps))) }
    members += [
      .init(key: "features", value: .integer(features.count)),
      .init(key: "task", value: .string(task.rawValue)),
      .init(key: "classes", value: .array(classes.map(JSONValue.string))),
    ]
    return .object(members)
  }
}

extension BaseSummary {
  fileprivate var json: JSONValue {
    let task = train.task
    return .object(
      [
        .init(key: "event", value: "base"),
        .init(key: "from", value: .string(origin.rawValue)),
        .init(key: "epochs", value: .integer(epochs)),
      ] + members(of: validation, named: "val_", in: task)
        + members(of: test, named: "test_", in: task)
        + [.init(key: "shift_gap", value: JSONValue(shiftGap))])
  }
}

extension EpochRecord {
  fileprivate var json: JSONValue {
    let task = train.task
    return .object(
      [
        .init(key: "event", value: "epoch"),
        .init(key: "epoch", value: .integer(epoch)),
        .init(key: "loss", value: .number(loss)),
        .init(key: "data_loss", value: .number(train.loss)),
        .init(key: "penalty", value: .number(penalty)),
      ] + members(of: train, named: "", in: task)
        + [.init(key: "val_loss", value: JSONValue(validation?.loss))]
        + members(of: validation, named: "val_", in: task)
        + [.init(key: "test_loss", value: JSONValue(test?.loss))]
        + members(of: test, named: "test_", in: task)
        + [
          .init(key: "zero_weights", value: .integer(zeroWeights)),
          .init(key: "weights", value: .integer(weights)),
          .init(key: "samples_per_second", value: .number(samplesPerSecond)),
        ]
        + (learningRate.map { [.init(key: "learning_rate", value: .number($0))] } ?? []))
  }
}

extension RunResult {
  fileprivate var json: JSONValue {
    .object(
      [
        .init(key: "event", value: "result"),
        .init(key: "epochs", value: .integer(epochs)),
        .init(key: "best_epoch", value: .integer(bestEpoch)),
        .init(key: "test_loss", value: JSONValue(test?.loss)),
      ] + members(of: test, named: "test_", in: train.task)
        + [
          .init(
            key: train.task == .classification ? "test_accuracy_interval" : "test_r2_interval",
            value: JSONValue(intervals.test))
        ]
        + (testScores?.members(named: "test_") ?? [])
        + (estimatedTestAccuracy.map {
          [.init(key: "estimated_test_accuracy", value: .number($0))]
        } ?? [])
        + [
          .init(key: "overfit_gap", value: JSONValue(overfitGap)),
          .init(key: "overfit_gap_interval", value: JSONValue(intervals.overfitGap)),
          .init(key: "shift_gap", value: JSONValue(shiftGap)),
          .init(key: "shift_gap_interval", value: JSONValue(intervals.shiftGap)),
          .init(key: "seconds", value: .number(seconds)),
          // The name under which the run was stored; this program keeps no store of runs.
          .init(key: "run", value: .null),
        ] + (isInterrupted ? [.init(key: "interrupted", value: true)] : []))
  }
}

extension Metrics {
  fileprivate var task: Runs.Task { accuracy == nil ? .regression : .classification }
}

/// The scores of a split: accuracy, or the three of a regression; all `null` when it was not evaluated.
private func members(
  of metrics: Metrics?, named prefix: String, in task: Runs.Task
) -> [JSONValue.Member] {
  switch task {
  case .classification:
    [.init(key: prefix + "accuracy", value: JSONValue(metrics?.accuracy))]
  case .regression:
    [
      .init(key: prefix + "mae", value: JSONValue(metrics?.meanAbsoluteError)),
      .init(key: prefix + "rmse", value: JSONValue(metrics?.rootMeanSquaredError)),
      .init(key: prefix + "r2", value: JSONValue(metrics?.r2)),
    ]
  }
}
