import Foundation
import SeededRandom
import Testing

@testable import Datasets

/// Numbers are read as C's `strtod` reads them, to the last bit.
@Suite struct NumberParserTests {
  private func expectAsInC(_ text: String) {
    let parsed = NumberParser.parse(text)
    #expect(parsed?.bitPattern == strtod(text, nil).bitPattern, "\(text)")
    var prefix = 0.0
    let padded = Array(text.utf8) + [UInt8](repeating: 0, count: ByteWindow.padding)
    let next = padded.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.flatMap { start in
        NumberParser.parsePrefix(at: start, into: &prefix).map { $0 - start }
      }
    }
    if let next {
      #expect(next == text.utf8.count, "\(text)")
      #expect(prefix.bitPattern == strtod(text, nil).bitPattern, "\(text)")
    }
  }

  @Test(arguments: [
    "0", "-0", "+0", "1", "+1", "-1", "007", ".5", "5.", "-.5", "+5.", "1e5", "1E5", "1e+5",
    "1E-5", "1.e3", ".1e1", "9007199254740993", "9007199254740992.5", "0.1", "0.30000000000000004",
    "123456789012345678901234567890", "1e22", "1e23", "-1e-22", "2.2250738585072011e-308",
    "2.2250738585072014e-308", "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324",
    "1.7976931348623157e308", "1.7976931348623158e308", "8.98846567431158e307", "1e-400", "1e400",
    "0e999999999999", "0.000000000000000000000000000000000001", "1e0000000000000000000000001",
    "100000000000000000000000000000000000000000000000000e-50", "17976931348623157e292",
    "9223372036854775808", "18446744073709551615", "18446744073709551616", "6.02214076e23",
    "7.2057594037927933e16", "1090544144181609348671888949248",
  ])
  func usualSpellings(text: String) { expectAsInC(text) }

  @Test(arguments: [
    "", "+", "-", ".", "e", "e5", ".e5", "1e", "1e+", "1e-", "--1", "+-1", "1.2.3", "1,000", "1_0",
    "0x1F", "0b1", "inf", "-inf", "Infinity", "nan", "1d5", "1f", "5%", "1 2", "٣", "1e5.5", "½",
    "−1", "$5", "1e5e5",
  ])
  func noNumbers(text: String) { #expect(NumberParser.parse(text) == nil) }

  @Test(arguments: 0..<4) func randomSpellings(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<4000 {
      expectAsInC(randomSpelling(using: &generator))
      let any = Double(bitPattern: generator.next())
      if any.isFinite {
        expectAsInC("\(any)")
        expectAsInC(String(format: "%.17g", any))
        expectAsInC(String(format: "%.16e", any))
      }
      let usual = Double.random(in: -1000...1000, using: &generator)
      expectAsInC("\(usual)")
      expectAsInC(String(format: "%.18f", usual))
    }
  }

  /// The middle between two neighbouring doubles, where rounding is hardest, and its neighbours.
  @Test func halfwayCases() {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<2000 {
      let exponent = Int.random(in: 0...11, using: &generator)
      let odd = (1 << 53) + 2 * Int.random(in: 0..<1 << 52, using: &generator) + 1
      // `odd` has 54 bits, so it lies halfway between two doubles, at any power of two.
      let text = "\(UInt64(odd) << UInt64(min(exponent, 9)))"
      expectAsInC(text)
      expectAsInC(text + ".0000000000000000000000000000001")
      expectAsInC(text.dropLast() + "\(Int.random(in: 0...9, using: &generator))e-3")
    }
  }

  @Test func powersOfFive() {
    func words(_ exponent: Int) -> [UInt64] {
      let index = 2 * (exponent - PowersOfTen.range.lowerBound)
      return Array(PowersOfTen.fives[index...index + 1])
    }
    #expect(PowersOfTen.fives.count == 2 * PowersOfTen.range.count)
    #expect(words(0) == [0x8000_0000_0000_0000, 0])
    #expect(words(1) == [0xA000_0000_0000_0000, 0])
    #expect(words(27) == [0xCECB_8F27_F420_0F3A, 0])
    #expect(words(-1) == [0xCCCC_CCCC_CCCC_CCCC, 0xCCCC_CCCC_CCCC_CCCD])
    #expect(PowersOfTen.fives.enumerated().allSatisfy { $0 % 2 == 1 || $1 >> 63 == 1 })
  }

  private func randomSpelling(using generator: inout SeededGenerator) -> String {
    func digits(_ range: ClosedRange<Int>) -> String {
      (0..<Int.random(in: range, using: &generator))
        .map { _ in "\(Int.random(in: 0...9, using: &generator))" }.joined()
    }
    var text = ["", "-", "+"].randomElement(using: &generator) ?? ""
    text += digits(1...22)
    if Bool.random(using: &generator) { text += "." + digits(0...25) }
    if Bool.random(using: &generator) {
      text += "e\(Int.random(in: -340...320, using: &generator))"
    }
    return text
  }
}
