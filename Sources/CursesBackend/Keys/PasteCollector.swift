/// Gathers the bytes of a bracketed paste until its closing sequence.
struct PasteCollector {
  private static let end = Array("\u{1B}[201~".utf8)
  private static let largest = 1 << 20

  private var bytes: [UInt8] = []
  private var matched = 0

  /// What was pasted so far: invalid UTF-8 repaired, line ends as `\n`, at most 1 MiB of it.
  var text: String {
    String(decoding: bytes, as: UTF8.self)
      .split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
      .split(separator: "\r", omittingEmptySubsequences: false).joined(separator: "\n")
  }

  /// Takes bytes from the front of `rest`, and returns the text when the paste is complete.
  mutating func take(from rest: inout ArraySlice<UInt8>) -> String? {
    while let byte = rest.popFirst() {
      if byte == Self.end[matched] {
        matched += 1
        if matched == Self.end.count { return text }
        continue
      }
      // Only the first byte of the closing sequence is an Escape, so no shorter match is left.
      for earlier in Self.end.prefix(matched) { keep(earlier) }
      matched = byte == Self.end[0] ? 1 : 0
      if matched == 0 { keep(byte) }
    }
    return nil
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < Self.largest { bytes.append(byte) }
  }
}
