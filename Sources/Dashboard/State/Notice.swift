/// A sentence in answer to a key or an effect; it stands until the next key or event.
struct Notice: Sendable, Equatable {
  /// How a sentence is meant.
  enum Tone: Sendable, Equatable {
    case plain, good, warning, bad, hint
  }

  var text: String
  var tone: Tone

  /// The same in fewer and fewer words, for screens too narrow for the sentence.
  var shorter: [String]

  init(_ text: String, shorter: [String] = [], tone: Tone = .plain) {
    self.text = text
    self.shorter = shorter
    self.tone = tone
  }
}
