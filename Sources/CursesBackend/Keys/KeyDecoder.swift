import TerminalUI

/// Makes keys and pastes of the bytes that a terminal sends.
///
/// Bytes may arrive cut anywhere. An Escape counts as the key when nothing follows it within 20 ms;
/// sequences that mean nothing here are swallowed whole, so that none of their letters acts as a key.
/// Times come in as a parameter, in milliseconds on any clock that does not go back.
struct KeyDecoder {
  /// How long to wait for the rest of what has begun, in milliseconds.
  private enum Patience {
    static let escape: Int64 = 20
    static let sequence: Int64 = 500
    static let paste: Int64 = 2000
    /// After a lone Escape, its tail may still come over a slow line.
    static let tail: Int64 = 200
  }

  private let sequences: KeySequences
  private var pending: [UInt8] = []
  private var paste: PasteCollector?
  private var lastArrival: Int64 = 0
  private var loneEscape: Int64?

  /// A decoder that knows `sequences` besides those common to all terminals.
  init(sequences: KeySequences = KeySequences()) { self.sequences = sequences }

  /// When ``expire(at:)`` has something to do; nil while nothing is begun.
  var deadline: Int64? {
    if paste != nil { return lastArrival + Patience.paste }
    if pending.isEmpty { return nil }
    return lastArrival + (pending == [KeyToken.escape] ? Patience.escape : Patience.sequence)
  }

  /// Takes the bytes that came at the time `now` and returns what they complete.
  mutating func feed(_ bytes: some Collection<UInt8>, at now: Int64) -> [TerminalEvent] {
    var events = expire(at: now)
    guard let first = bytes.first else { return events }
    if let loneEscape, now - loneEscape <= Patience.tail, KeyToken.introducers.contains(first) {
      pending = [KeyToken.escape]
    }
    loneEscape = nil
    lastArrival = now
    pending.append(contentsOf: bytes)
    events += decodePending()
    return events
  }

  /// Gives up what has waited too long: a lone Escape becomes the key, a torn sequence nothing.
  mutating func expire(at now: Int64) -> [TerminalEvent] {
    guard let deadline, now >= deadline else { return [] }
    if let unfinished = paste {
      paste = nil
      return [.paste(unfinished.text)]
    }
    let isEscape = pending == [KeyToken.escape]
    pending = []
    guard isEscape else { return [] }
    loneEscape = now
    return [.key(.escape)]
  }

  private mutating func decodePending() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    var rest = pending[...]
    while !rest.isEmpty {
      if paste != nil {
        guard let text = paste?.take(from: &rest) else { break }
        paste = nil
        events.append(.paste(text))
        continue
      }
      guard let token = KeyToken(first: rest, sequences: sequences) else { break }
      rest = rest.dropFirst(token.length)
      switch token.meaning {
      case .key(let key): events.append(.key(key))
      case .pasteStart: paste = PasteCollector()
      case .nothing: break
      }
    }
    pending = Array(rest)
    return events
  }
}
