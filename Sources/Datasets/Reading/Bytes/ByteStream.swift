/// Bytes that come in order.
protocol ByteStream: AnyObject {
  /// About how many bytes there are, from the first on; nil when that cannot be known.
  var expectedByteCount: Int? { get }

  /// Fills `buffer` from the present place on and returns the number of bytes, 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int
}

extension ByteStream {
  /// Fills the whole of `buffer` where there are so many bytes; returns their number.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
    var count = 0
    while count < buffer.count {
      let added = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      guard added > 0 else { break }
      count += added
    }
    return count
  }

  /// The next bytes, fewer where the stream ends.
  func bytes(_ wanted: Int) throws(DatasetError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: wanted)
    let count = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(DatasetError) in
      try fill(UnsafeMutableRawBufferPointer(buffer))
    }
    return Array(bytes[..<count])
  }
}
