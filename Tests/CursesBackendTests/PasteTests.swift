import TerminalUI
import Testing

@testable import CursesBackend

struct PasteTests {
  private static let start = "\u{1B}[200~"
  private static let end = "\u{1B}[201~"

  @Test func pastedTextIsOneEventAndNoKeys() {
    var decoder = KeyDecoder()
    let bytes = Array(("a" + Self.start + "2}q\r\nzwei\u{1B}[A\u{3}" + Self.end + "b").utf8)
    #expect(
      decoder.feed(bytes, at: 0) == [
        .key(.character("a")), .paste("2}q\nzwei\u{1B}[A\u{3}"), .key(.character("b")),
      ])
  }

  @Test func pastesMayBeCutAnywhere() {
    let bytes = Array((Self.start + "é語\u{1B}[20\r1~" + Self.end + "x").utf8)
    for cut in 1..<bytes.count {
      var decoder = KeyDecoder()
      let events = decoder.feed(bytes[..<cut], at: 0) + decoder.feed(bytes[cut...], at: 10)
      #expect(events == [.paste("é語\u{1B}[20\n1~"), .key(.character("x"))])
    }
  }

  @Test func aPasteWithoutEndIsDeliveredAfterAWhile() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array((Self.start + "half").utf8), at: 0) == [])
    #expect(decoder.expire(at: 1999) == [])
    #expect(decoder.expire(at: 2000) == [.paste("half")])
    #expect(decoder.feed(Array("q".utf8), at: 2001) == [.key(.character("q"))])
  }

  @Test func aHugePasteIsCut() {
    var decoder = KeyDecoder()
    let text = String(repeating: "x", count: 1_500_000)
    let events = decoder.feed(Array((Self.start + text + Self.end).utf8), at: 0)
    guard case .paste(let pasted) = events.first else {
      Issue.record("no paste")
      return
    }
    #expect(pasted.utf8.count == 1 << 20)
    #expect(events.count == 1)
  }
}
