import Foundation
import Runs
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

@Suite struct InterruptionTests {
  @Test func aNewWishEndsARest() {
    let channels = SessionChannels()
    let wish = Observation(view: .logits, reference: .train)
    let thread = WorkerThread(name: "wish") { channels.observe(wish) }
    let woken = channels.interruption.wait(until: .now.advanced(by: 60)) {
      $0.observation == wish ? true : nil
    }
    #expect(woken == true)
    thread.join()
  }

  @Test func theEndOfTrainingEndsARest() {
    let channels = SessionChannels()
    let thread = WorkerThread(name: "end") { channels.close() }
    #expect(
      channels.interruption.wait(until: .now.advanced(by: 60)) { $0.isClosed ? true : nil } == true)
    thread.join()
  }
}
