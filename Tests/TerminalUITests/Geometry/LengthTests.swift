import CustomDump
import Testing

import TerminalUI

@Suite struct LengthTests {
  @Test func sharesWhatFixedLengthsLeave() {
    expectNoDifference(Length.distribute([.fixed(3), .flexible, .flexible], over: 10), [3, 3, 4])
    expectNoDifference(
      Length.distribute([.flexible(weight: 2), .flexible(weight: 1)], over: 9), [6, 3])
  }

  @Test func keepsMinimumsWhileThereIsRoom() {
    let lengths: [Length] = [.flexible(weight: 1, minimum: 8), .flexible(weight: 3, minimum: 2)]
    expectNoDifference(Length.distribute(lengths, over: 20), [8, 12])
    expectNoDifference(Length.distribute(lengths, over: 5), [5, 0])
  }

  @Test(arguments: 0...60)
  func fillsExactlyAndIsNeverNegative(total: Int) {
    let asked: [[Length]] = [
      [], [.flexible], [.fixed(7), .flexible, .fixed(-2)], [.flexible(weight: 0)],
      [.flexible(weight: 3, minimum: 20), .flexible(weight: 1, minimum: 4), .fixed(1)],
      [.flexible(weight: 1, minimum: 9), .flexible(weight: 5), .flexible(weight: 1, minimum: 3)],
    ]
    for lengths in asked {
      let cells = Length.distribute(lengths, over: total)
      #expect(cells.count == lengths.count)
      #expect(cells.allSatisfy { $0 >= 0 })
      #expect(cells.reduce(0, +) <= total)
      let rects = Rect(x: 2, y: 3, width: total, height: 4).columns(lengths)
      #expect(rects.allSatisfy { $0.maxX <= 2 + total && $0.height == 4 })
    }
    #expect(Length.distribute([.fixed(4), .flexible], over: total).reduce(0, +) == total)
  }
}
