import Glibc
import Synchronization
import Testing

@testable import NeuralEngine

@Suite struct TeammateTests {
  private final class Counter: Sendable {
    let pieces = Atomic<Int>(0)
  }

  /// Whichever thread takes a piece up, it is done once, and done when it has been waited for; a rest
  /// now and then lets the other thread be first, or fall asleep.
  @Test(arguments: [0, 1, 100]) func everyPieceIsDoneOnce(rest: UInt32) {
    let counter = Counter()
    let teammate = Teammate { counter.pieces.add(1, ordering: .relaxed) }
    for piece in 1...2_000 {
      teammate.start()
      if piece.isMultiple(of: 3) { usleep(rest) }
      teammate.finish()
      #expect(counter.pieces.load(ordering: .relaxed) == piece)
      if piece.isMultiple(of: 7) { usleep(rest) }
    }
  }
}
