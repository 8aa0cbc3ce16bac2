import Foundation

/// Memory in pages of two megabytes, where the system has such.
///
/// In pages of four kilobytes nearly half of the time of reading a file goes into getting them.
package enum LargePages {
  private static let size = 1 << 21

  /// Asks the system for large pages within memory that has not been written to yet.
  ///
  /// Memory that is not much larger than such a page is left alone. A refusal alters nothing.
  package static func ask(for memory: UnsafeMutableRawBufferPointer) {
    #if os(Linux)
      guard memory.count >= 2 * size, let base = memory.baseAddress else { return }
      // Only what lies within: a page that stands out would take memory that nobody asked for.
      let first = (UInt(bitPattern: base) + UInt(size) - 1) & ~UInt(size - 1)
      let last = (UInt(bitPattern: base) + UInt(memory.count)) & ~UInt(size - 1)
      guard last > first, let start = UnsafeMutableRawPointer(bitPattern: first) else { return }
      madvise(start, Int(last - first), MADV_HUGEPAGE)
    #endif
  }
}

extension Array where Element: BitwiseCopyable {
  /// Creates an array in large pages, where it is long enough.
  ///
  /// - Parameters:
  ///   - count: the number of elements.
  ///   - write: writes all of them.
  init(count: Int, inLargePages write: (UnsafeMutableBufferPointer<Element>) -> Void) {
    self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
      LargePages.ask(for: UnsafeMutableRawBufferPointer(buffer))
      write(buffer)
      initialized = count
    }
  }

  /// The elements at `places`, in that order.
  func selecting(_ places: [Int]) -> [Element] {
    withUnsafeBufferPointer { source in
      precondition(places.allSatisfy(source.indices.contains), "a place that there is not")
      return Array(count: places.count) { target in
        for (index, place) in places.enumerated() { target[index] = source[place] }
      }
    }
  }
}
