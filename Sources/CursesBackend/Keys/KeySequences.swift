import TerminalUI

/// What the keys of one terminal send, where its terminfo entry says so.
struct KeySequences {
  private var keys: [ArraySlice<UInt8>: Key] = [:]
  private var longest = 0

  /// No sequences: those common to all terminals are known without.
  init() {}

  /// The sequences that `lookUp` finds for the capabilities of terminfo, such as "kcuu1".
  ///
  /// Single bytes are left out: they mean the same on every terminal.
  init(lookUp: (String) -> [UInt8]?) {
    for (capability, key) in Self.capabilities {
      guard let sequence = lookUp(capability), sequence.count > 1 else { continue }
      keys[sequence[...]] = key
      longest = max(longest, sequence.count)
    }
  }

  /// The longest sequence that `bytes` begin with.
  func longestMatch(in bytes: ArraySlice<UInt8>) -> (key: Key, length: Int)? {
    guard bytes.first == KeyToken.escape, longest > 1, bytes.count > 1 else { return nil }
    for length in (2...min(longest, max(bytes.count, 2))).reversed() {
      if let key = keys[bytes.prefix(length)] { return (key, length) }
    }
    return nil
  }

  private static let capabilities: [(String, Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
      ("khome", .home), ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown),
      ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}
