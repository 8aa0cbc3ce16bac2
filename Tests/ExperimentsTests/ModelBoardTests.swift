import Foundation
import Testing

@testable import Experiments

@Suite struct ModelBoardTests {
  @Test func waitingEndsWithNewWeightsAndWithNothingElse() {
    let board = ModelBoard()
    var weights: [Float] = [1]
    board.put(&weights, run: 1, epoch: 0)
    #expect(board.waitForNotice(after: 0)?.revision == 1)
    // Nothing new is up yet: whoever waits sleeps until there is.
    let thread = WorkerThread(name: "weights") {
      Thread.sleep(forTimeInterval: 0.02)
      var weights: [Float] = [2]
      board.put(&weights, run: 1, epoch: 1)
    }
    #expect(board.waitForNotice(after: 1)?.epoch == 1)
    thread.join()
  }

  @Test func waitingEndsWhenTheBoardIsClosed() {
    let board = ModelBoard()
    let thread = WorkerThread(name: "closing") { board.close() }
    #expect(board.waitForNotice(after: 0)?.revision == nil)
    thread.join()
  }
}
