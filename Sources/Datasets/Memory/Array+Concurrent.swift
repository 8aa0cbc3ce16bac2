import Foundation

extension Array {
  /// The work of one call, in numbers, below which it is not worth handing out.
  ///
  /// Below it memory comes from the heap besides, of which each thread has its own: what one gives back
  /// the other does not get.
  private static var muchWork: Int { 1 << 15 }

  /// The results of `transform`, made on all processors when there is much to do.
  ///
  /// - Parameters:
  ///   - work: about how many numbers all calls together look at.
  ///   - transform: makes one result from one element, and touches nothing that the others do.
  /// - Returns: the results, in the order of the elements.
  package func concurrentMap<Result>(work: Int, _ transform: (Element) -> Result) -> [Result] {
    guard count > 1, work / count > Self.muchWork else { return map(transform) }
    return withoutActuallyEscaping(transform) { transform in
      [Result](unsafeUninitializedCapacity: count) { results, initializedCount in
        // Every call has a place of its own, and all have ended when this returns.
        nonisolated(unsafe) let results = results
        nonisolated(unsafe) let elements = self
        nonisolated(unsafe) let transform = transform
        DispatchQueue.concurrentPerform(iterations: count) { index in
          results.initializeElement(at: index, to: transform(elements[index]))
        }
        initializedCount = count
      }
    }
  }
}
