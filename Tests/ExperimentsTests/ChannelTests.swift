import Runs
import Testing

@testable import Experiments

@Suite struct ChannelTests {
  private let settings = LiveSettings(penalty: PenaltySettings(), learningRate: 1e-3)

  private func status(epoch: Int) -> RunStatus {
    RunStatus(
      phase: .training, epoch: epoch, batch: 0, batchesPerEpoch: 1, epochs: 9,
      samplesPerSecond: nil, epochsPerSecond: nil, pace: .maximum, settings: settings)
  }

  @Test func theMailboxKeepsEveryEventAndTheNewestState() {
    let mailbox = Mailbox()
    #expect(mailbox.drain().isEmpty)
    mailbox.post(.failed("a"), status: status(epoch: 1))
    mailbox.post(status(epoch: 2))
    mailbox.post(.failed("b"), status: status(epoch: 3))
    let update = mailbox.drain()
    #expect(update.events == [.failed("a"), .failed("b")])
    #expect(update.status?.epoch == 3)
    #expect(mailbox.drain().isEmpty)
  }

  @Test func nothingIsLostBetweenThreads() {
    let mailbox = Mailbox()
    let count = 20_000
    let writer = WorkerThread(name: "writer") { [status = status(epoch: 0)] in
      for number in 0..<count { mailbox.post(.failed("\(number)"), status: status) }
      mailbox.close()
    }
    var seen: [RunEvent] = []
    while mailbox.waitForEvents(until: nil) { seen += mailbox.drain().events }
    writer.join()
    #expect(seen == (0..<count).map { .failed("\($0)") })
  }

  @Test func waitingEndsAtTheDeadlineAndAtTheClose() {
    let mailbox = Mailbox()
    mailbox.post(status(epoch: 1))
    #expect(!mailbox.waitForEvents(until: .now.advanced(by: 0.001)))
    mailbox.close()
    #expect(!mailbox.waitForEvents(until: nil))
    mailbox.post(.failed("last words"), status: status(epoch: 1))
    #expect(mailbox.waitForEvents(until: nil))
  }

  @Test func commandsComeInTheirOrder() {
    let queue = CommandQueue()
    #expect(!queue.hasCommands && queue.takeAll().isEmpty)
    queue.send(.pause)
    queue.send(.step)
    #expect(queue.hasCommands && !queue.isStopRequested)
    #expect(queue.waitForCommands() == [.pause, .step])
    #expect(!queue.hasCommands)
    #expect(queue.waitForCommands(until: .now.advanced(by: 0.001)).isEmpty)
    queue.send(.stop)
    #expect(queue.takeAll() == [.stop])
    #expect(queue.isStopRequested)
  }

  @Test func stepsAreUsedUpOnlyWhilePaused() {
    /// How many batches may be trained, of three that are wanted.
    func allowed(after commands: [RunCommand]) -> Int {
      var control = RunControl(settings: settings, pace: .maximum)
      for command in commands { control.take(command) }
      return (0..<3).reduce(0) { count, _ in count + (control.allowsBatch() ? 1 : 0) }
    }
    #expect(allowed(after: [.step]) == 3)
    #expect(allowed(after: [.step, .pause]) == 0)
    #expect(allowed(after: [.pause, .step, .step]) == 2)
    #expect(allowed(after: [.pause, .step, .resume, .pause]) == 0)
    #expect(allowed(after: [.pause, .resume]) == 3)
  }

  @Test func aRestartEndsAPauseAndForgetsExtensions() {
    var control = RunControl(settings: settings, pace: .maximum)
    control.take(.pause)
    control.take(.extend)
    #expect(!control.isPaused && control.hasExtensions)
    control.take(.restart(sameSeed: true))
    #expect(control.exit == .restart(sameSeed: true) && !control.hasExtensions)
    control.clearRestart()
    #expect(control.exit == nil)
    control.take(.stop)
    control.take(.restart(sameSeed: false))
    #expect(control.exit == .stop)
    control.clearRestart()
    #expect(control.exit == .stop)
  }

  @Test func patienceIsCountedFromTheBestEpoch() {
    var best = BestEpoch()
    for (epoch, loss) in [(1, 3.0), (2, 1.0), (3, 2.0), (4, 1.0)] {
      best.note(epoch: epoch, validationLoss: loss, weights: [Float(epoch)])
    }
    best.note(epoch: 5, validationLoss: nil, weights: nil)
    best.note(epoch: 6, validationLoss: .nan, weights: [6])
    #expect(best.epoch == 2 && best.weights == [2])
    #expect(!best.isStale(at: 4, after: 3) && best.isStale(at: 5, after: 3))
    best.renewPatience(at: 5)
    #expect(!best.isStale(at: 7, after: 3) && best.isStale(at: 8, after: 3))
  }

  @Test func contentHashesTellApart() {
    func name(_ body: (inout ContentHash) -> Void) -> String {
      var hash = ContentHash()
      body(&hash)
      return hash.name
    }
    let names = [
      name { _ in }, name { $0.add("") },
      name {
        $0.add("ab"); $0.add("c")
      },
      name {
        $0.add("a"); $0.add("bc")
      }, name { $0.add([1, 2] as [Float]) },
      name { $0.add([2, 1] as [Float]) }, name { $0.add([0] as [Float]) },
      name { $0.add([-0.0] as [Float]) }, name { $0.add([] as [Float]) },
    ]
    #expect(Set(names).count == names.count - 1)  // An empty text is an empty list.
    #expect(names.allSatisfy { $0.count == 32 })
  }

  @Test(arguments: [0, -1, 1e300, .infinity, .nan] as [Double])
  func anyNumberOfSecondsIsATime(seconds: Double) {
    let later = MonotonicTime.now.advanced(by: seconds)
    #expect(later.seconds(since: .now) <= 366 * 86_400)
  }
}
