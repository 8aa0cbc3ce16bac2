import Foundation
import NeuralEngine
import Testing

@testable import Formats

/// The path of a file beside the tests.
func fixture(_ name: String) -> String {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/\(name)").path
}

/// Calls `body` with the path of a folder that is removed afterwards.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("formats-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}

@Suite struct SafetensorsTests {
  @Test func readsWhatTheFormatsOwnLibraryWrote() throws {
    let file = try SafetensorsFile.read(fixture("plain.safetensors"))
    let tensors = Dictionary(uniqueKeysWithValues: file.tensors.map { ($0.name, $0) })
    #expect(file.tensors.count == 4)
    #expect(tensors["dense_0/kernel"]?.shape == [2, 3])
    #expect(tensors["dense_0/kernel"]?.values == [-0.5, -0.25, 0, 0.25, 0.5, 0.75])
    #expect(tensors["dense_0/bias"]?.values == [1e-38, -0.0, 3.4e38])
    #expect(tensors["dense_0/bias"]?.values[1].sign == .minus)
    #expect(tensors["scalar"] == NamedTensor(name: "scalar", shape: [], values: [7]))
    #expect(tensors["empty"]?.shape == [0, 4])
    #expect(file.metadata == ["author": "quotes \" and \\ and \n", "größe": "zwölf"])
  }

  @Test func narrowsOtherFloatingPointTypes() throws {
    let file = try SafetensorsFile.read(fixture("types.safetensors"))
    let tensors = Dictionary(uniqueKeysWithValues: file.tensors.map { ($0.name, $0.values) })
    #expect(tensors["double"] == [0.1, -2.5])
    #expect(tensors["half"] == [1, -0.333251953125, 0x1p-24, 65504, .infinity])
  }

  @Test func readsBrainFloats() throws {
    let header = #"{"b":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]}}"#
    let data = Self.file(header, [0x80, 0x3f, 0x00, 0xc0])
    #expect(try SafetensorsFile(parsing: data, from: "f").tensors.first?.values == [1, -2])
  }

  @Test func namesATypeThatCannotBeWeights() throws {
    let error = try #require(throws: FormatError.self) {
      try SafetensorsFile.read(fixture("integers.safetensors"))
    }
    #expect(error.description.contains("tensor counts is of type I64"))
    #expect(!error.description.contains("\n"))
  }

  @Test func readsWhatItWrote() throws {
    let file = SafetensorsFile(
      tensors: [
        NamedTensor(
          name: "z", shape: [2, 2], values: [1, -0.0, .infinity, .leastNonzeroMagnitude]),
        NamedTensor(name: "a\"\\\u{1}ß\u{1F600}", shape: [], values: [3]),
        NamedTensor(name: "none", shape: [0], values: []),
      ], metadata: ["k": "v\n", "": "\u{0}"])
    try withTemporaryFolder { folder in
      let path = folder + "/f.safetensors"
      try file.write(path)
      #expect(try SafetensorsFile.read(path) == file)
      // Data begin at a multiple of eight, as other readers map them into memory.
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(bytes.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) } % 8 == 0)
    }
  }

  /// `make_fixtures.py` loads these bytes with the format's own library and checks what it finds.
  @Test func writesTheBytesThatTheFormatsOwnLibraryLoaded() throws {
    let file = SafetensorsFile(
      tensors: [
        NamedTensor(name: "dense_0/kernel", shape: [2, 1], values: [0.5, -1.25]),
        NamedTensor(name: "dense_0/bias", shape: [1], values: [0]),
      ], metadata: ["format": "ridgeline", "text": "a \"b\" \n ü"])
    let written = try Data(contentsOf: URL(fileURLWithPath: fixture("written.safetensors")))
    #expect(file.encoded() == written)
  }

  static func file(_ header: String, _ data: [UInt8]) -> Data {
    var length = UInt64(header.utf8.count).littleEndian
    return Data(bytes: &length, count: 8) + Data(header.utf8) + Data(data)
  }
}
