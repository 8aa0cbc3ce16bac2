/// All that happened in a session since the last look.
public struct SessionUpdate: Sendable, Equatable {
  /// The newest status, if it is new.
  public var status: RunStatus?

  /// Everything that happened, in order.
  public var events: [RunEvent]

  /// The distributions of the inputs that have become ready, one a reference.
  public var inputs: [DistributionSnapshot]

  /// The newest look at the model from inside, if it is new.
  public var model: ModelSnapshot?

  /// Creates an update.
  public init(
    status: RunStatus? = nil, events: [RunEvent] = [], inputs: [DistributionSnapshot] = [],
    model: ModelSnapshot? = nil
  ) {
    self.status = status
    self.events = events
    self.inputs = inputs
    self.model = model
  }

  /// Whether nothing happened.
  public var isEmpty: Bool {
    status == nil && events.isEmpty && inputs.isEmpty && model == nil
  }
}
