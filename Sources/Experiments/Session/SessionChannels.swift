/// The ways between the threads of a session.
final class SessionChannels: Sendable {
  /// Commands to the training thread.
  let commands = CommandQueue()

  /// States and events to whoever watches.
  let mailbox = Mailbox()

  /// The newest good weights, and what is to be looked at in them.
  let model = ModelBoard()

  /// Whether training has ended.
  ///
  /// Apart from the board, so that a thread can sleep until then without being woken by every
  /// epoch.
  let closing = Monitor(false)

  /// Says that training has ended.
  func close() {
    model.close()
    closing.update { $0 = true }
  }
}
