/// Why a session cannot go on, in one line.
struct SessionFailure: Error, CustomStringConvertible {
  var description: String
}
