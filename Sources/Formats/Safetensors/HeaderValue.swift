/// A JSON value as far as a safetensors header needs it: pairs keep their order and repetitions.
enum HeaderValue: Equatable {
  case text(String)
  case integer(Int)
  case list([HeaderValue])
  case object([Pair])

  /// A number that is no integer of the machine, `true`, `false` or `null`: valid JSON of no use here.
  case other

  /// A key of an object with its value.
  struct Pair: Equatable {
    var key: String
    var value: HeaderValue
  }
}
