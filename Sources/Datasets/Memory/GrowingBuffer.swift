import Foundation

/// Uninitialised memory of one plain type that grows, in place where the system can.
///
/// It owns the memory and gives out the pointer, which is good until the next `grow`.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var capacity: Int

  init(capacity: Int) {
    base = Self.reallocate(nil, capacity: capacity)
    self.capacity = capacity
  }

  deinit { free(base) }

  /// Makes room for `newCapacity` elements, keeping those there are.
  mutating func grow(to newCapacity: Int) {
    guard newCapacity > capacity else { return }
    base = Self.reallocate(base, capacity: newCapacity)
    capacity = newCapacity
  }

  private static func reallocate(
    _ old: UnsafeMutablePointer<Element>?, capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    let byteCount = capacity * MemoryLayout<Element>.stride
    guard let memory = realloc(old, byteCount) else {
      fatalError("out of memory: \(byteCount) bytes refused")
    }
    LargePages.ask(for: UnsafeMutableRawBufferPointer(start: memory, count: byteCount))
    return memory.bindMemory(to: Element.self, capacity: capacity)
  }
}
