import Foundation
import NeuralEngine

/// Reads the float32 tensors of a safetensors file; enough for the fixtures.
enum SafetensorsFile {
  struct Entry: Decodable {
    let dtype: String
    let shape: [Int]
    let data_offsets: [Int]
  }

  static func read(_ url: URL) throws -> [NamedTensor] {
    let data = try Data(contentsOf: url)
    let length = data.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    let header = try JSONDecoder().decode(
      [String: Entry].self, from: data.subdata(in: 8..<8 + length))
    return header.map { name, entry in
      precondition(entry.dtype == "F32")
      let bytes = data.subdata(
        in: 8 + length + entry.data_offsets[0]..<8 + length + entry.data_offsets[1])
      let values = bytes.withUnsafeBytes { raw in
        (0..<raw.count / 4).map {
          raw.loadUnaligned(fromByteOffset: $0 * 4, as: Float.self)
        }
      }
      return NamedTensor(name: name, shape: entry.shape, values: values)
    }
  }
}
