extension VirtualScreen {
  /// What a unit of output asks for.
  enum Action: Equatable {
    case glyph(Unicode.Scalar)
    case control(UInt8)
    case escape(UInt8)
    case sequence(prefix: Character?, parameters: [Int], text: String, final: Character)
  }

  /// Cuts bytes into units.
  struct Parser: Sendable {
    private enum State { case ground, escape, charset, control, string, stringEscape }

    private var state = State.ground
    private var body: [UInt8] = []
    private var utf8: [UInt8] = []

    /// Takes a byte; returns the unit that it completes.
    mutating func take(_ byte: UInt8) -> Action? {
      switch state {
      case .ground: return ground(byte)
      case .escape: return escape(byte)
      case .charset:
        state = .ground
        return nil
      case .control: return control(byte)
      case .string:
        if byte == 7 { state = .ground }
        if byte == 0x1B { state = .stringEscape }
        return nil
      case .stringEscape:
        state = byte == UInt8(ascii: "\\") ? .ground : .string
        return nil
      }
    }

    private mutating func ground(_ byte: UInt8) -> Action? {
      switch byte {
      case 0x1B:
        state = .escape
        return nil
      case ..<0x20, 0x7F:
        return .control(byte)
      case ..<0x80:
        return .glyph(Unicode.Scalar(byte))
      default:
        utf8.append(byte)
        guard let text = String(validating: utf8, as: UTF8.self) else {
          if utf8.count >= 4 { utf8 = [] }
          return nil
        }
        utf8 = []
        return text.unicodeScalars.first.map { .glyph($0) }
      }
    }

    private mutating func escape(_ byte: UInt8) -> Action? {
      state = .ground
      switch byte {
      case UInt8(ascii: "["):
        state = .control
        body = []
        return nil
      case UInt8(ascii: "]"), UInt8(ascii: "P"):
        state = .string
        return nil
      case UInt8(ascii: "("), UInt8(ascii: ")"):
        state = .charset
        return nil
      default:
        return .escape(byte)
      }
    }

    private mutating func control(_ byte: UInt8) -> Action? {
      if byte == 0x1B {
        state = .escape
        return nil
      }
      guard (0x40...0x7E).contains(byte) else {
        body.append(byte)
        return nil
      }
      state = .ground
      var text = String(decoding: body, as: UTF8.self)
      var prefix: Character?
      if let first = text.first, "?><=".contains(first) { prefix = text.removeFirst() }
      let parameters = text.split(whereSeparator: { ";:".contains($0) }).map {
        min(Int($0) ?? 0, 9999)
      }
      return .sequence(
        prefix: prefix, parameters: parameters, text: text,
        final: Character(Unicode.Scalar(byte)))
    }
  }
}
