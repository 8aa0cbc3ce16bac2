/// What ended the dashboard.
enum DashboardEnding: Equatable {
  /// A person left; what is to be said then, in a line.
  case left(String)

  /// The session could not go on, for this reason.
  case failure(Failure)

  /// A signal of this number: nobody need be there to read a line.
  case signal(Int32)
}
