public import Foundation

/// Files that are read whole.
public enum FileContent {
  /// All bytes of a file, unpacked where it is packed by gzip; `-` is standard input.
  ///
  /// - Throws: `DatasetError` when the file cannot be read, or is packed and damaged.
  public static func read(_ path: String) throws(DatasetError) -> Data {
    let source = try ByteSource(path: path)
    var content = Data()
    if let expected = source.expectedByteCount { content.reserveCapacity(expected) }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try piece.withUnsafeMutableBufferPointer { (buffer) throws(DatasetError) in
        try source.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      guard count > 0 else { return content }
      content.append(contentsOf: piece[..<count])
    }
  }
}
