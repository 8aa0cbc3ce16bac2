/// How a run was steered: together with the data, all that is needed to train it again, bit for bit.
public struct RunJournal: Sendable, Equatable, Codable {
  /// How the run began.
  public var header: RunHeader

  /// What was altered while it went on, in the order in which it took effect.
  public var changes: [Change]

  /// The epochs that were trained, extensions included.
  public var epochs: Int

  /// Creates a journal.
  public init(header: RunHeader, changes: [Change] = [], epochs: Int = 0) {
    self.header = header
    self.changes = changes
    self.epochs = epochs
  }

  /// Takes down an event of the run; events that are not part of a journal are passed over.
  ///
  /// The event that a run began starts the journal anew.
  public mutating func note(_ event: RunEvent) {
    switch event {
    case .began(let header): self = RunJournal(header: header)
    case .changed(let change): changes.append(change)
    case .epoch(let record): epochs = record.epoch
    case .data, .base, .ended, .diverged, .failed: break
    }
  }
}
