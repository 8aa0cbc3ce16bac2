import CustomDump
import TerminalUI
import SeededRandom
import Testing

@testable import CursesBackend

struct KeyDecoderTests {
  static let keys: [(String, Key)] = [
    ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down),
    ("\u{1B}[C", .right), ("\u{1B}OC", .right), ("\u{1B}[D", .left), ("\u{1B}OD", .left),
    ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
    ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
    ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[2~", .insert),
    ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab),
    ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)),
    ("\u{1B}[P", .function(1)), ("\u{1B}[1;2P", .function(1)), ("\u{1B}OR", .function(3)),
    ("\u{1B}OS", .function(4)), ("\u{1B}[[E", .function(5)), ("\u{1B}[15~", .function(5)),
    ("\u{1B}[17~", .function(6)), ("\u{1B}[21~", .function(10)), ("\u{1B}[23~", .function(11)),
    ("\u{1B}[24~", .function(12)), ("\u{1B}[1;5A", .up), ("\u{1B}[1;2D", .left),
    ("\u{1B}OM", .enter), ("\u{1B}Ok", .character("+")), ("\u{1B}Oq", .character("1")),
    ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
    ("\u{1}", .control("a")), ("\u{3}", .control("c")), ("\u{C}", .control("l")),
    ("\u{1A}", .control("z")), ("\u{0}", .control(" ")), ("\u{1C}", .control("\\")),
    (" ", .character(" ")), ("q", .character("q")), ("[", .character("[")), ("~", .character("~")),
    ("é", .character("é")), ("語", .character("語")), ("🙂", .character("🙂")),
  ]

  @Test(arguments: keys) func decodesKeysInAllForms(_ bytes: String, _ key: Key) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array(bytes.utf8), at: 0) == [.key(key)])
    #expect(decoder.deadline == nil)
  }

  @Test(arguments: keys) func decodesKeysCutAnywhere(_ bytes: String, _ key: Key) {
    var decoder = KeyDecoder()
    var events: [TerminalEvent] = []
    for (index, byte) in bytes.utf8.enumerated() {
      events += decoder.feed([byte], at: Int64(index) * 15)
    }
    #expect(events == [.key(key)])
  }

  @Test func returnsWaitingKeysTogether() {
    var decoder = KeyDecoder()
    let bytes = Self.keys.map(\.0).joined()
    expectNoDifference(
      decoder.feed(Array(bytes.utf8), at: 0), Self.keys.map { TerminalEvent.key($0.1) })
  }

  @Test func aLoneEscapeIsTheKeyAfterAWhile() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B], at: 1000) == [])
    #expect(decoder.deadline == 1020)
    #expect(decoder.expire(at: 1019) == [])
    #expect(decoder.expire(at: 1020) == [.key(.escape)])
    #expect(decoder.deadline == nil)
  }

  @Test func anEscapeAndTheNextKeyInOneReadAreBothThere() {
    var decoder = KeyDecoder()
    #expect(
      decoder.feed([0x1B, UInt8(ascii: "q")], at: 0) == [.key(.escape), .key(.character("q"))])
    #expect(decoder.feed([0x1B, 0x1B, UInt8(ascii: "x")], at: 0).count == 3)
  }

  @Test(arguments: ["[", "O"]) func aLateTailOfAnArrowActsAsNoLetter(_ introducer: String) {
    var decoder = KeyDecoder()
    _ = decoder.feed([0x1B], at: 0)
    #expect(decoder.expire(at: 60) == [.key(.escape)])
    // The rest of the sequence, torn from its Escape by a slow line.
    #expect(decoder.feed(Array((introducer + "A").utf8), at: 150) == [.key(.up)])
    // Long after an Escape they are keys again.
    _ = decoder.feed([0x1B], at: 1000)
    _ = decoder.expire(at: 1060)
    #expect(
      decoder.feed(Array(introducer.utf8), at: 1400) == [.key(.character(Character(introducer)))])
  }

  @Test(arguments: [
    "\u{1B}[?2026;2$y", "\u{1B}[<0;10;20M", "\u{1B}[I", "\u{1B}[24;80R", "\u{1B}]11;rgb:0/0/0\u{7}",
    "\u{1B}P1+r\u{1B}\\", "\u{1B}[99~", "\u{1B}[99999999999999999999~", "\u{1B}[1;2;3;4x",
    "\u{1B}OE", "\u{1B}[201~",
  ])
  func swallowsWhatMeansNothing(_ bytes: String) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array((bytes + "q").utf8), at: 0) == [.key(.character("q"))])
  }

  @Test func aTornSequenceIsGivenUp() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[1".utf8), at: 0) == [])
    #expect(decoder.expire(at: 499) == [])
    #expect(decoder.expire(at: 500) == [])
    #expect(decoder.feed(Array("q".utf8), at: 501) == [.key(.character("q"))])
  }

  @Test func aSequenceBrokenOffByAnotherDoesNotHideIt() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[1\u{1B}[A".utf8), at: 0) == [.key(.up)])
    #expect(decoder.feed(Array("\u{1B}[1\u{3}".utf8), at: 0) == [.key(.control("c"))])
  }

  @Test func brokenCharactersAreDropped() {
    var decoder = KeyDecoder()
    #expect(
      decoder.feed([0xFF, 0xC3, 0x28, 0x80, 0xED, 0xA0, 0x80], at: 0) == [.key(.character("("))])
    #expect(decoder.feed([0xE8], at: 0) == [])
    #expect(decoder.expire(at: 500) == [])
    #expect(decoder.feed(Array("q".utf8), at: 501) == [.key(.character("q"))])
    // Control characters of the second range are no text.
    #expect(decoder.feed([0xC2, 0x9B], at: 600) == [])
  }

  @Test func knowsTheTerminalsOwnSequences() {
    var decoder = KeyDecoder(
      sequences: KeySequences { $0 == "kend" ? Array("\u{1B}[8$".utf8) : nil })
    #expect(
      decoder.feed(Array("\u{1B}[8$q".utf8), at: 0) == [.key(.end), .key(.character("q"))])
  }

  @Test func anyBytesDecodeWithoutATrap() {
    var random = SeededGenerator(seed: 1)
    let alphabet: [UInt8] =
      Array("\u{1B}[O~;0123456789AM?<$]P\\é語 \r\u{7}200~201~".utf8) + [0xFF, 0x80]
    for round in 0..<300 {
      var decoder = KeyDecoder()
      var now: Int64 = 0
      for _ in 0..<40 {
        let count = Int.random(in: 0...9, using: &random)
        let bytes = (0..<count).map { _ in
          round % 2 == 0
            ? UInt8.random(in: 0...255, using: &random)
            : alphabet.randomElement(using: &random) ?? 0
        }
        _ = decoder.feed(bytes, at: now)
        now += Int64.random(in: 0...700, using: &random)
        _ = decoder.expire(at: now)
      }
      now += 10_000
      _ = decoder.expire(at: now)
      #expect(decoder.deadline == nil)
      #expect(decoder.feed(Array("q".utf8), at: now + 1000) == [.key(.character("q"))])
    }
  }
}
