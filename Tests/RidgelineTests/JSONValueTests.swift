import Foundation
import Testing

@testable import ridgeline

@Suite struct JSONValueTests {
  @Test func keepsTheOrderOfKeys() {
    let value: JSONValue = [
      "b": 1, "a": ["z": true, "y": .null], "c": .array([.number(0.5), "x"]),
    ]
    #expect(value.text == #"{"b":1,"a":{"z":true,"y":null},"c":[0.5,"x"]}"#)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func writesNullForWhatIsNoNumber(number: Double) {
    #expect(JSONValue.number(number).text == "null")
  }

  @Test(arguments: [
    0.1, 1.0 / 3, Double.leastNonzeroMagnitude, 1.7976931348623157e308, 1e16, 123456789.123456789,
    -0.0, 1e-5, 2,
  ])
  func writesNumbersThatReadBackTheSame(number: Double) throws {
    let text = JSONValue.number(number).text
    #expect(Double(text)?.bitPattern == number.bitPattern)
    let parsed = try JSONSerialization.jsonObject(with: Data("[\(text)]".utf8)) as? [Double]
    #expect(parsed == [number])
  }

  @Test func escapesEverythingThatATerminalObeys() throws {
    let hostile = "a\"\\\n\r\t\u{1B}[2J\u{7F}\u{9B}é\u{2028}日"
    let text = JSONValue.string(hostile).text
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
    let parsed = try JSONSerialization.jsonObject(with: Data("[\(text)]".utf8)) as? [String]
    #expect(parsed == [hostile])
  }
}
