import Foundation
import NeuralEngine
import Testing

@testable import Formats

@Suite struct MalformedSafetensorsTests {
  private static let entry = #""dtype":"F32","shape":[1],"data_offsets":[0,4]"#
  private static let four: [UInt8] = [0, 0, 0, 0]

  @Test(arguments: [
    (#"{"a":{ENTRY},"a":{ENTRY}}"#, "a stands twice"),
    (#"{"a":{ENTRY},"b":{ENTRY}}"#, "begins at 0, not at 4"),
    (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, "begins at 4, not at 0"),
    (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#, "does not fill"),
    (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}"#, "no pair of positions"),
    (#"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#, "no list of sizes"),
    (#"{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}"#, "no list of sizes"),
    (
      #"{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,4]}}"#,
      "does not fill"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,4]}}"#,
      "no list of sizes"
    ),
    (#"{"a":{"dtype":"F32","shape":[1]}}"#, "no data_offsets"),
    (
      #"{"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
      "more than one dtype"
    ),
    (#"{"a":{"dtype":3,"shape":[1],"data_offsets":[0,4]}}"#, "no text"),
    (#"{"a":3}"#, "no object"),
    (#"{"__metadata__":3}"#, "no object"),
    (#"{"__metadata__":{"k":1}}"#, "no text"),
    (#"{"__metadata__":{"k":"1","k":"2"}}"#, "stands twice"),
    (#"{}"#, "describes 0 bytes of data, the file has 4"),
    (#"{"a":{ENTRY}"#, "lacks a comma or a closing brace"),
    (#"{"a":{ENTRY}} x"#, "lacks the end of the header"),
    (#"{"a"#, "lacks a closing quote"),
    (#"{"a\"#, "lacks a closing quote"),
    (#"{"\ud800":{ENTRY}}"#, "lacks a valid text"),
    (#"{"a":[[[[[[[[[[1]]]]]]]]]]}"#, "lacks a shallower nesting"),
    (#"[1]"#, "does not begin with a brace"),
    (#""#, "does not begin with a brace"),
  ])
  func saysWhatIsWrongInOneLine(header: String, problem: String) throws {
    let header = header.replacingOccurrences(of: "ENTRY", with: Self.entry)
    let error = try #require(throws: FormatError.self) {
      try SafetensorsFile(parsing: SafetensorsTests.file(header, Self.four), from: "w.safetensors")
    }
    #expect(error.description.contains(problem))
    #expect(error.description.hasPrefix("w.safetensors: "))
    #expect(!error.description.contains { $0.isNewline })
  }

  @Test(
    arguments: [
      [], [1, 2, 3], [8, 0, 0, 0, 0, 0, 0, 0], [255, 255, 255, 255, 255, 255, 255, 255],
      [1, 225, 245, 5, 0, 0, 0, 0, 123],
    ] as [[UInt8]])
  func refusesALengthThatCannotBe(bytes: [UInt8]) {
    #expect(throws: FormatError.self) { try SafetensorsFile(parsing: Data(bytes), from: "f") }
  }

  @Test func readsASliceOfOtherData() throws {
    let file = SafetensorsFile(tensors: [NamedTensor(name: "a", shape: [1], values: [2])])
    let slice = (Data([1, 2, 3]) + file.encoded()).dropFirst(3)
    #expect(try SafetensorsFile(parsing: slice, from: "f") == file)
  }

  @Test func survivesAnyCorruption() throws {
    let good = try Data(contentsOf: URL(fileURLWithPath: fixture("plain.safetensors")))
    var random = CounterRandom(seed: 1, purpose: .sample)
    var readable = 0
    for round in 0..<4000 {
      var bytes = [UInt8](good)
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let position = Int.random(in: bytes.indices, using: &random)
        switch round % 4 {
        case 0: bytes[position] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.remove(at: position)
        default: bytes.insert(#"{}[]",:0\"#.utf8.randomElement(using: &random) ?? 0, at: position)
        }
      }
      if round.isMultiple(of: 7) {
        bytes.removeLast(Int.random(in: 0...bytes.count, using: &random))
      }
      do {
        _ = try SafetensorsFile(parsing: Data(bytes), from: "f")
        readable += 1
      } catch {
        #expect(!error.description.contains { $0.isNewline })
      }
    }
    // A flipped bit in a weight is no damage that a reader could see.
    #expect(readable > 0 && readable < 4000)
  }
}
