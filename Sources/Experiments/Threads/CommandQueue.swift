import Runs
import Synchronization

/// The commands on their way to the training thread, in the order they were sent.
final class CommandQueue: Sendable {
  private let commands = Monitor<[RunCommand]>([])
  private let count = Atomic(0)
  private let stops = Atomic(false)

  /// Whether commands are waiting: one atomic load, so that it can be asked before every batch.
  var hasCommands: Bool { count.load(ordering: .acquiring) > 0 }

  /// Whether the session was asked to end, even while nobody takes commands.
  var isStopRequested: Bool { stops.load(ordering: .acquiring) }

  /// Appends a command and wakes the training thread.
  func send(_ command: RunCommand) {
    if command == .stop { stops.store(true, ordering: .releasing) }
    commands.update {
      $0.append(command)
      count.store($0.count, ordering: .releasing)
    }
  }

  /// Takes all commands that are there.
  func takeAll() -> [RunCommand] {
    commands.withLock { take(&$0) }
  }

  /// Sleeps until there are commands, and takes them all.
  ///
  /// - Returns: The commands; none when the deadline passed.
  func waitForCommands(until deadline: MonotonicTime? = nil) -> [RunCommand] {
    commands.wait(until: deadline) { $0.isEmpty ? nil : take(&$0) } ?? []
  }

  private func take(_ commands: inout [RunCommand]) -> [RunCommand] {
    defer {
      commands = []
      count.store(0, ordering: .releasing)
    }
    return commands
  }
}
