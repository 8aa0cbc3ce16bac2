/// The ways between the threads of a session.
final class SessionChannels: Sendable {
  /// Commands to the training thread.
  let commands = CommandQueue()

  /// States and events to whoever watches.
  let mailbox = Mailbox()

  /// The newest good weights, and what is to be looked at in them.
  let model = ModelBoard()
}
