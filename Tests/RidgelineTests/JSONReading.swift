import Foundation
import Testing

/// A JSON object as it was written: its members, and its top-level keys in order.
struct WrittenObject {
  let keys: [String]
  let members: [String: Any]

  init(_ line: String) throws {
    members = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    keys = Self.topLevelKeys(of: line)
  }

  func number(_ key: String) throws -> Double { try #require(members[key] as? Double, "\(key)") }

  func isNull(_ key: String) -> Bool { members[key] is NSNull }

  func text(_ key: String) throws -> String { try #require(members[key] as? String, "\(key)") }

  func object(_ key: String) throws -> [String: Any] {
    try #require(members[key] as? [String: Any], "\(key)")
  }

  /// Foundation's reader loses the order, so the text itself is looked through.
  private static func topLevelKeys(of line: String) -> [String] {
    var keys: [String] = []
    var depth = 0
    var text: String?
    var previous: Character = " "
    var last = ""
    for character in line {
      if let open = text {
        if character == "\"", previous != "\\" {
          last = open
          text = nil
        } else {
          text = open + String(character)
        }
      } else {
        switch character {
        case "\"": text = ""
        case "{", "[": depth += 1
        case "}", "]": depth -= 1
        case ":" where depth == 1: keys.append(last)
        default: break
        }
      }
      previous = character
    }
    return keys
  }
}
