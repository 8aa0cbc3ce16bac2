import SeededRandom
import Testing

@testable import Datasets

/// Texts from outside: cleaned, shortened, put in order, found again.
@Suite struct TextTests {
  @Test(arguments: [
    ("plain é 日本 😀", "plain é 日本 😀"), ("a\tb\nc\r\nd", "a b c  d"), ("\u{1B}[31m", "\u{FFFD}[31m"),
    ("\u{7F}\u{9B}31m", "\u{FFFD}\u{FFFD}31m"), ("a\u{202E}b\u{2066}", "a\u{FFFD}b\u{FFFD}"),
    ("\u{0}\u{7}", "\u{FFFD}\u{FFFD}"), ("", ""),
  ])
  func cleaning(text: String, cleaned: String) {
    #expect(text.cleaned == cleaned)
    #expect(cleaned.cleaned == cleaned)
  }

  @Test(arguments: [
    ("a/b/c", "a/b", "c"), ("c", "", "c"), ("-", "", "-"), ("/c", "/", "c"), ("a//c//", "a", "c"),
    ("/", "/", ""), ("", "", ""), ("./c", ".", "c"), ("é/ü", "é", "ü"), ("//", "/", ""),
  ])
  func pathsHaveAFolderAndAName(path: String, folder: String, name: String) {
    #expect(path.folderPath == folder)
    #expect(path.fileName == name)
  }

  @Test func shortening() {
    #expect("abcdef".shortened(to: 6) == "abcdef")
    #expect("abcdef".shortened(to: 5) == "abcd…")
    #expect("abcdef".shortened(to: 1) == "…")
    #expect("".shortened(to: 1) == "")
  }

  @Test(arguments: [
    ("sex", ["Sex"]), ("seX ", ["Sex"]), ("bodymass", ["body_mass"]), ("body", ["body_mass"]),
    ("p11", ["p1", "p12"]), ("q", []), ("", []),
  ])
  func nearNames(name: String, expected: [String]) {
    let names = ["Sex", "body_mass", "p1", "p12", "completely different"]
    #expect(NearNames.of(name, among: names) == expected)
  }

  @Test func theNearestNameMayBeFar() {
    #expect(NearNames.nearest(to: "kitten", among: ["sitting", "mitten", "bitten"]) == "bitten")
    #expect(NearNames.nearest(to: "xyz", among: ["epochs"]) == "epochs")
    #expect(NearNames.nearest(to: "x", among: [String]()) == nil)
  }

  @Test func levelTableFindsWhatItWasGiven() {
    let table = LevelTable()
    var codes: [String: Int32] = [:]
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<5000 {
      let text = "\(Int.random(in: 0..<1500, using: &generator))"
      let padded = Array(text.utf8) + [UInt8](repeating: 0, count: LevelLookup.padding)
      let code = padded.withUnsafeBufferPointer {
        table.code(of: UnsafeBufferPointer(rebasing: $0.dropLast(LevelLookup.padding)))
      }
      if let known = codes[text] { #expect(code == known) }
      codes[text] = code
    }
    #expect(table.count == codes.count)
    for (text, code) in codes { #expect(table.spelling(of: Int(code)) == text) }
  }
}
