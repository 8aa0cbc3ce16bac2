import Diagnosis

extension [Finding] {
  /// The object that `doctor --json` writes.
  var json: JSONValue { ["findings": .array(map(\.json))] }
}

extension Finding {
  fileprivate var json: JSONValue {
    [
      "check": .string(check), "severity": .string(severity.rawValue),
      "file": file.map(JSONValue.string) ?? .null,
      "column": column.map(JSONValue.string) ?? .null, "message": .string(message),
      "why": .string(why), "action": .string(action),
    ]
  }
}
