/// A value as Python spells it, as far as the header of an array has such values.
indirect enum PythonLiteral: Equatable {
  case text(String)
  case number(Int)
  case truth(Bool)
  /// A tuple or a list.
  case sequence([PythonLiteral])
  /// The entries of a dictionary, in their order.
  case dictionary([Entry])

  /// An entry of a dictionary.
  struct Entry: Equatable {
    var key: PythonLiteral
    var value: PythonLiteral
  }

  /// Reads the whole of a text; nil when it is no such value.
  init?(_ text: String) {
    var parser = Parser(rest: Array(text.unicodeScalars)[...])
    guard let value = parser.value(depth: 0), parser.isAtEnd else { return nil }
    self = value
  }

  /// The value of a key that is a text.
  subscript(key: String) -> PythonLiteral? {
    guard case .dictionary(let entries) = self else { return nil }
    return entries.last { $0.key == .text(key) }?.value
  }
}

extension PythonLiteral {
  fileprivate struct Parser {
    /// Nested deeper than any header is.
    private static let greatestDepth = 16

    var rest: ArraySlice<Unicode.Scalar>

    init(rest: ArraySlice<Unicode.Scalar>) { self.rest = rest }

    var isAtEnd: Bool {
      mutating get {
        skipSpaces()
        return rest.isEmpty
      }
    }

    mutating func value(depth: Int) -> PythonLiteral? {
      skipSpaces()
      guard depth < Self.greatestDepth, let first = rest.first else { return nil }
      switch first {
      case "'", "\"": return text()
      case "(": return sequence(closing: ")", depth: depth).map { .sequence($0) }
      case "[": return sequence(closing: "]", depth: depth).map { .sequence($0) }
      case "{": return dictionary(depth: depth)
      case "T": return takes("True") ? .truth(true) : nil
      case "F": return takes("False") ? .truth(false) : nil
      default: return number()
      }
    }

    private mutating func skipSpaces() {
      rest = rest.drop { $0.properties.isWhitespace }
    }

    private mutating func takes(_ word: String) -> Bool {
      skipSpaces()
      guard rest.starts(with: word.unicodeScalars) else { return false }
      rest = rest.dropFirst(word.unicodeScalars.count)
      return true
    }

    private mutating func number() -> PythonLiteral? {
      let sign = takes("-") ? "-" : ""
      let digits = rest.prefix { ("0"..."9").contains($0) }
      rest = rest.dropFirst(digits.count)
      // Written by Python 2.
      _ = takes("L")
      return Int(sign + String(String.UnicodeScalarView(digits))).map { .number($0) }
    }

    private mutating func text() -> PythonLiteral? {
      let closing = rest.removeFirst()
      var scalars = String.UnicodeScalarView()
      while let scalar = rest.popFirst() {
        if scalar == closing { return .text(String(scalars)) }
        guard scalar == "\\" else {
          scalars.append(scalar)
          continue
        }
        guard let escaped = rest.popFirst() else { return nil }
        switch escaped {
        case "\\", "'", "\"": scalars.append(escaped)
        case "n": scalars.append("\n")
        case "r": scalars.append("\r")
        case "t": scalars.append("\t")
        case "x": guard append(digits: 2, to: &scalars) else { return nil }
        case "u": guard append(digits: 4, to: &scalars) else { return nil }
        case "U": guard append(digits: 8, to: &scalars) else { return nil }
        default: return nil
        }
      }
      return nil
    }

    private mutating func append(
      digits count: Int, to scalars: inout String.UnicodeScalarView
    ) -> Bool {
      let digits = String(String.UnicodeScalarView(rest.prefix(count)))
      guard let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
        return false
      }
      rest = rest.dropFirst(count)
      scalars.append(scalar)
      return true
    }

    private mutating func sequence(closing: String, depth: Int) -> [PythonLiteral]? {
      rest.removeFirst()
      var values: [PythonLiteral] = []
      while !takes(closing) {
        guard let value = value(depth: depth + 1) else { return nil }
        values.append(value)
        if !takes(",") { return takes(closing) ? values : nil }
      }
      return values
    }

    private mutating func dictionary(depth: Int) -> PythonLiteral? {
      rest.removeFirst()
      var entries: [Entry] = []
      while !takes("}") {
        guard let key = value(depth: depth + 1), takes(":"), let value = value(depth: depth + 1)
        else { return nil }
        entries.append(Entry(key: key, value: value))
        if !takes(",") { return takes("}") ? .dictionary(entries) : nil }
      }
      return .dictionary(entries)
    }
  }
}
