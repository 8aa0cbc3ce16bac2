/// Why a thread that rests should get up.
struct Interruption: Sendable {
  /// What is to be looked at.
  var observation = Observation()

  /// Whether training has ended.
  var isClosed = false
}

/// The ways between the threads of a session.
final class SessionChannels: Sendable {
  /// Commands to the training thread.
  let commands = CommandQueue()

  /// States and events to whoever watches.
  let mailbox = Mailbox()

  /// The newest good weights, and what is to be looked at in them.
  let model = ModelBoard()

  /// What ends the rest of the thread that looks into the model: a new wish, or the end of training.
  ///
  /// Apart from the board, so that the thread can sleep without being woken by every epoch.
  let interruption = Monitor(Interruption())

  /// Says what is to be looked at from now on.
  func observe(_ observation: Observation) {
    model.observe(observation)
    interruption.update { $0.observation = observation }
  }

  /// Says that training has ended.
  func close() {
    model.close()
    interruption.update { $0.isClosed = true }
  }
}
