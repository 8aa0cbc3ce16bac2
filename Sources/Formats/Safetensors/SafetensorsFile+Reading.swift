public import Foundation
import NeuralEngine

extension SafetensorsFile {
  /// Reads a file.
  ///
  /// Elements of the types F32, F64, F16 and BF16 are taken; they become single precision.
  ///
  /// - Throws: A ``FormatError`` when the file cannot be read, when its header is not the format's,
  ///   when a tensor stands twice or is of another type, or when the data has holes, overlaps, or a
  ///   length that the header does not account for.
  public static func read(_ path: String) throws(FormatError) -> SafetensorsFile {
    try SafetensorsFile(parsing: try WholeFile.read(path), from: path)
  }

  /// Parses the bytes of a file; `path` is only named in errors.
  public init(parsing data: Data, from path: String) throws(FormatError) {
    let data = Data(data)  // Indices from 0, whatever slice was given.
    func damaged(_ problem: String) -> FormatError {
      FormatError(
        file: path, problem: problem, remedy: "give a safetensors file that was written whole")
    }
    guard data.count >= 8 else {
      throw damaged("\(data.count) bytes are too few for a safetensors file")
    }
    let length = data.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= Self.maximumHeaderLength else {
      throw damaged("this is no safetensors file, or its header is too long (\(length) bytes)")
    }
    let start = 8 + Int(length)
    guard start <= data.count else {
      throw damaged("the file ends within its header of \(length) bytes")
    }
    guard data[8..<start].first == UInt8(ascii: "{") else {
      throw damaged("the header does not begin with a brace")
    }
    do {
      let header = try Header(parsing: [UInt8](data[8..<start]), dataCount: data.count - start)
      self.init(
        tensors: header.entries.map { entry in
          let bytes = data[(start + entry.bytes.lowerBound)..<(start + entry.bytes.upperBound)]
          return NamedTensor(
            name: entry.name, shape: entry.shape, values: entry.type.values(of: bytes))
        },
        metadata: header.metadata)
    } catch {
      throw damaged(error.problem)
    }
  }

  /// A header that accounts for every byte of the data.
  private struct Header {
    var entries: [TensorEntry] = []
    var metadata: [String: String] = [:]

    init(parsing bytes: [UInt8], dataCount: Int) throws(TensorEntry.Failure) {
      var names: Set<String> = []
      for pair in try Self.pairs(of: bytes) {
        guard names.insert(pair.key).inserted else {
          throw TensorEntry.Failure(problem: "\(pair.key) stands twice in the header")
        }
        if pair.key == SafetensorsFile.metadataKey {
          metadata = try Self.texts(pair.value)
        } else {
          entries.append(try TensorEntry(name: pair.key, value: pair.value))
        }
      }
      entries.sort { left, right in
        (left.bytes.lowerBound, left.bytes.upperBound)
          < (right.bytes.lowerBound, right.bytes.upperBound)
      }
      var end = 0
      for entry in entries {
        guard entry.bytes.lowerBound == end else {
          throw TensorEntry.Failure(
            problem:
              "the data of tensor \(entry.name) begins at \(entry.bytes.lowerBound), not at \(end)"
          )
        }
        end = entry.bytes.upperBound
      }
      guard end == dataCount else {
        throw TensorEntry.Failure(
          problem: "the header describes \(end) bytes of data, the file has \(dataCount)")
      }
    }

    private static func pairs(
      of bytes: [UInt8]
    ) throws(TensorEntry.Failure) -> [HeaderValue.Pair] {
      do {
        guard case .object(let pairs) = try HeaderParser.parse(bytes) else { return [] }
        return pairs
      } catch {
        throw TensorEntry.Failure(
          problem: "the header lacks \(error.expected) at byte \(8 + error.offset)")
      }
    }

    private static func texts(
      _ value: HeaderValue
    ) throws(TensorEntry.Failure) -> [String: String] {
      guard case .object(let pairs) = value else {
        throw TensorEntry.Failure(problem: "\(SafetensorsFile.metadataKey) is no object")
      }
      var texts: [String: String] = [:]
      for pair in pairs {
        guard case .text(let text) = pair.value else {
          throw TensorEntry.Failure(problem: "the metadata \(pair.key) is no text")
        }
        guard texts.updateValue(text, forKey: pair.key) == nil else {
          throw TensorEntry.Failure(problem: "the metadata \(pair.key) stands twice")
        }
      }
      return texts
    }
  }
}
