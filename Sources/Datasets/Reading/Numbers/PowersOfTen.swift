/// The powers of ten that decimal numbers are scaled by.
enum PowersOfTen {
  /// 10^0 to 10^22, which a double holds without rounding.
  static let exact: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The smallest and largest exponent a double of up to 19 digits can have.
  static let range = -342...308

  /// For each exponent of `range` the first 128 bits of 5^exponent, high word then low word.
  ///
  /// The highest bit is set. Positive powers are rounded down; negative ones too, but for those to
  /// 5^-27, which are rounded up so that a product that has to be whole is not one too small.
  static let fives: [UInt64] = {
    var negative: [[UInt64]] = []
    // 2^1087 divided by 5 again and again: the floor of a quotient's quotient is that of the whole.
    var number = LongNumber(words: [UInt64](repeating: 0, count: 16) + [1 << 63])
    for power in 1...342 {
      number.divideByFive()
      var (high, low) = number.leadingBits
      if power <= 27 {
        low &+= 1
        if low == 0 { high += 1 }
      }
      negative.append([high, low])
    }
    var positive: [[UInt64]] = []
    number = LongNumber(words: [1])
    for _ in 0...308 {
      let (high, low) = number.leadingBits
      positive.append([high, low])
      number.multiplyByFive()
    }
    return Array((negative.reversed() + positive).joined())
  }()
}

extension PowersOfTen {
  /// Both tables in memory that never moves, for loops that cannot afford to ask for them.
  struct Tables: @unchecked Sendable {
    // Written once, before anyone has it, and never freed.
    let exact: UnsafePointer<Double>
    /// 10^0 to 10^7.
    let whole: UnsafePointer<UInt64>
    let fives: UnsafePointer<UInt64>

    static let shared = Tables(
      exact: fixed(PowersOfTen.exact), whole: fixed(PowersOfTen.exact.prefix(8).map(UInt64.init)),
      fives: fixed(PowersOfTen.fives))

    private static func fixed<Element>(_ array: [Element]) -> UnsafePointer<Element> {
      let memory = UnsafeMutablePointer<Element>.allocate(capacity: array.count)
      memory.initialize(from: array, count: array.count)
      return UnsafePointer(memory)
    }
  }
}

/// A whole number of many words, the lowest first.
private struct LongNumber {
  var words: [UInt64]

  mutating func multiplyByFive() {
    var carry: UInt64 = 0
    for index in words.indices {
      let product = words[index].multipliedFullWidth(by: 5)
      let (sum, overflow) = product.low.addingReportingOverflow(carry)
      words[index] = sum
      carry = product.high + (overflow ? 1 : 0)
    }
    if carry > 0 { words.append(carry) }
  }

  mutating func divideByFive() {
    var remainder: UInt64 = 0
    for index in words.indices.reversed() {
      (words[index], remainder) = UInt64(5).dividingFullWidth((remainder, words[index]))
    }
    if words.last == 0 { words.removeLast() }
  }

  /// The first 128 bits, the highest one set.
  var leadingBits: (high: UInt64, low: UInt64) {
    func word(_ distance: Int) -> UInt64 {
      distance < words.count ? words[words.count - 1 - distance] : 0
    }
    let shift = UInt64(word(0).leadingZeroBitCount)
    guard shift > 0 else { return (word(0), word(1)) }
    return (
      word(0) << shift | word(1) >> (64 - shift), word(1) << shift | word(2) >> (64 - shift)
    )
  }
}
