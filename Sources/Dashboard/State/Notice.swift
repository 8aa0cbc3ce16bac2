/// A sentence in answer to a key or an effect; it stands until the next key or event.
struct Notice: Sendable, Equatable {
  /// How a sentence is meant.
  enum Tone: Sendable, Equatable {
    case plain, good, warning, bad, hint
  }

  var text: String
  var tone: Tone

  init(_ text: String, tone: Tone = .plain) {
    self.text = text
    self.tone = tone
  }
}
