public import Foundation
import NeuralEngine

extension SafetensorsFile {
  /// Writes the file whole or not at all.
  ///
  /// - Throws: A ``FormatError`` when the folder cannot be written to or the disk is full; a file that
  ///   was there before is then as it was.
  public func write(_ path: String) throws(FormatError) {
    try WholeFile.write(encoded(), to: path)
  }

  /// The bytes of the file: 32-bit elements in the order of ``tensors``.
  ///
  /// - Precondition: No two tensors share a name, and none is named `__metadata__`.
  public func encoded() -> Data {
    var header = headerText()
    header.append(
      contentsOf: [UInt8](repeating: 0x20, count: (8 - header.count % 8) % 8))
    let elements = tensors.reduce(0) { $0 + $1.values.count }
    var data = Data(capacity: 8 + header.count + 4 * elements)
    withUnsafeBytes(of: UInt64(header.count).littleEndian) { data.append(contentsOf: $0) }
    data.append(header)
    for tensor in tensors {
      let words = tensor.values.map(\.bitPattern.littleEndian)
      words.withUnsafeBytes { data.append(contentsOf: $0) }
    }
    return data
  }

  private func headerText() -> Data {
    precondition(
      Set(tensors.map(\.name) + [Self.metadataKey]).count == tensors.count + 1,
      "two tensors share a name: \(tensors.map(\.name))")
    var parts: [String] = []
    if !metadata.isEmpty {
      let texts = metadata.sorted { $0.key < $1.key }
        .map { "\(Self.quoted($0.key)):\(Self.quoted($0.value))" }
      parts.append("\(Self.quoted(Self.metadataKey)):{\(texts.joined(separator: ","))}")
    }
    var end = 0
    for tensor in tensors {
      let begin = end
      end += 4 * tensor.values.count
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      parts.append(
        "\(Self.quoted(tensor.name)):{\"dtype\":\"\(TensorElement.float32.rawValue)\","
          + "\"shape\":[\(shape)],\"data_offsets\":[\(begin),\(end)]}")
    }
    return Data("{\(parts.joined(separator: ","))}".utf8)
  }

  /// A text in JSON's quotes.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
