/// A block of zeroed floats that starts at a multiple of 64 bytes and never moves.
final class AlignedBuffer {
  let count: Int
  let start: UnsafeMutablePointer<Float>

  init(count: Int) {
    self.count = count
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Float>.stride, alignment: 64)
    start = bytes.bindMemory(to: Float.self, capacity: max(count, 1))
    start.initialize(repeating: 0, count: count)
  }

  deinit {
    start.deallocate()
  }

  var floats: UnsafeMutableBufferPointer<Float> {
    UnsafeMutableBufferPointer(start: start, count: count)
  }

  func copy(from other: AlignedBuffer) {
    precondition(other.count == count, "buffers of \(other.count) and \(count) floats")
    start.update(from: other.start, count: count)
  }
}

/// The smallest multiple of the kernels' row unit that holds `width` floats.
func paddedWidth(_ width: Int) -> Int {
  (width + 15) / 16 * 16
}
