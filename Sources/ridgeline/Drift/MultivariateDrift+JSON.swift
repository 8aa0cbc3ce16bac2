import Shift

extension MultivariateDrift {
  /// The keys that `--multivariate` adds to the object of `drift --json`; `null` for a test that the
  /// tables do not allow.
  var members: [JSONValue.Member] {
    [
      .init(key: "classifier_auc", value: classifier?.json ?? .null),
      .init(key: "mmd", value: discrepancy?.json ?? .null),
    ]
  }
}

extension ClassifierTest {
  fileprivate var json: JSONValue {
    [
      "auc": .number(area), "p": .number(p), "rows": rows.json,
      "use": .array(
        columns.map { ["name": .string($0.name), "auc_lost": .number($0.areaLost)] }),
    ]
  }
}

extension KernelTest {
  fileprivate var json: JSONValue {
    ["statistic": .number(statistic), "p": .number(p), "rows": rows.json]
  }
}

extension Paired<Int> {
  /// A count of each sample.
  var json: JSONValue { ["reference": .integer(reference), "current": .integer(current)] }
}
