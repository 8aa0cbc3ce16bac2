extension UnsafeBufferPointer<UInt8> {
  /// The bytes without spaces and tabs around them.
  var trimmed: Self {
    var first = startIndex
    var last = endIndex
    while first < last, self[first] == 0x20 || self[first] == 0x09 { first += 1 }
    while last > first, self[last - 1] == 0x20 || self[last - 1] == 0x09 { last -= 1 }
    return Self(rebasing: self[first..<last])
  }

  /// Whether the cell holds no value.
  ///
  /// That is: nothing but spaces, `?`, `NA` and `na`, `#NA`, `<NA>`, and in any case `N/A`, `#N/A`,
  /// `NaN`, `-NaN` and `null`. `None` and `Na` are ordinary text. Quotes make no difference.
  var isMissing: Bool {
    // None of the words is longer, and spaces around them are rare.
    if count > 4, self[0] > 0x20, self[count - 1] > 0x20 { return false }
    let text = trimmed
    switch text.count {
    case 0: return true
    case 1: return text[0] == UInt8(ascii: "?")
    case 2: return text.equals("NA") || text.equals("na")
    case 3:
      return text.equalsIgnoringCase("nan") || text.equalsIgnoringCase("n/a") || text.equals("#NA")
    case 4:
      return text.equalsIgnoringCase("null") || text.equalsIgnoringCase("-nan")
        || text.equalsIgnoringCase("#n/a") || text.equals("<NA>")
    default: return false
    }
  }

  /// Whether the bytes are those of an ASCII text.
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && indices.allSatisfy { self[$0] == text.utf8Start[$0] }
  }

  /// Whether the bytes are those of a lower-case ASCII text when case does not count.
  func equalsIgnoringCase(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount
      && indices.allSatisfy { index in
        let byte = self[index]
        let isUpperCase = byte >= 0x41 && byte <= 0x5A
        return (isUpperCase ? byte | 0x20 : byte) == text.utf8Start[index]
      }
  }
}
