/// What the elements of an array are, and how they are stored.
struct ElementType: Equatable {
  /// What an element is taken for.
  enum Kind {
    case float, signed, unsigned, truth
    /// Bytes, taken for UTF-8.
    case bytes
    /// Four bytes for each character.
    case characters
  }

  let kind: Kind
  /// The bytes of an element.
  let size: Int
  let isBigEndian: Bool

  /// Elements that are larger have hardly been written on purpose.
  private static let largestSize = 1 << 20

  /// The type that a description such as `<f8` or `|S5` names.
  ///
  /// - Throws: `DatasetError` for a type whose elements are neither numbers nor text.
  init(_ description: String) throws(DatasetError) {
    let unsupported = DatasetError(.arrayType(description))
    var rest = description[...]
    guard let order = rest.popFirst(), let letter = rest.popFirst(), "<>|=".contains(order) else {
      throw unsupported
    }
    if letter == "O" { throw DatasetError(.pickledObjects) }
    guard let count = Int(rest), count > 0, count <= Self.largestSize else { throw unsupported }
    isBigEndian = order == ">"
    switch (letter, count) {
    case ("f", 2), ("f", 4), ("f", 8): (kind, size) = (.float, count)
    case ("i", 1), ("i", 2), ("i", 4), ("i", 8): (kind, size) = (.signed, count)
    case ("u", 1), ("u", 2), ("u", 4), ("u", 8): (kind, size) = (.unsigned, count)
    case ("b", 1): (kind, size) = (.truth, count)
    case ("S", _), ("a", _): (kind, size) = (.bytes, count)
    case ("U", _): (kind, size) = (.characters, 4 * count)
    default: throw unsupported
    }
  }

  var isText: Bool { kind == .bytes || kind == .characters }
}

extension ElementType {
  /// Reads numbers that stand at even distances.
  ///
  /// - Parameters:
  ///   - start: the first one.
  ///   - stride: the bytes from one to the next.
  ///   - target: gets them; integers beyond 2^53 are rounded.
  /// - Precondition: the type is no text.
  func readNumbers(
    from start: UnsafeRawPointer, stride: Int, into target: UnsafeMutableBufferPointer<Double>
  ) {
    func read<Word: FixedWidthInteger>(_: Word.Type, _ value: (Word) -> Double) {
      var place = start
      for index in target.indices {
        let word = place.loadUnaligned(as: Word.self)
        target[index] = value(isBigEndian ? word.bigEndian : word.littleEndian)
        place += stride
      }
    }
    switch (kind, size) {
    case (.float, 8): read(UInt64.self) { Double(bitPattern: $0) }
    case (.float, 4): read(UInt32.self) { Double(Float(bitPattern: $0)) }
    case (.float, _): read(UInt16.self) { HalfPrecision.value(of: $0) }
    case (.signed, 8): read(Int64.self) { Double($0) }
    case (.signed, 4): read(Int32.self) { Double($0) }
    case (.signed, 2): read(Int16.self) { Double($0) }
    case (.signed, _): read(Int8.self) { Double($0) }
    case (.unsigned, 8): read(UInt64.self) { Double($0) }
    case (.unsigned, 4): read(UInt32.self) { Double($0) }
    case (.unsigned, 2): read(UInt16.self) { Double($0) }
    case (.unsigned, _): read(UInt8.self) { Double($0) }
    case (.truth, _): read(UInt8.self) { $0 == 0 ? 0 : 1 }
    case (.bytes, _), (.characters, _): preconditionFailure("text holds no numbers")
    }
  }

  /// The digits of a whole number, which a `Double` may not hold; nil for other types.
  func digits(at place: UnsafeRawPointer) -> String? {
    func spelling<Word: FixedWidthInteger>(_: Word.Type) -> String {
      let word = place.loadUnaligned(as: Word.self)
      return "\(isBigEndian ? word.bigEndian : word.littleEndian)"
    }
    return switch (kind, size) {
    case (.signed, 8): spelling(Int64.self)
    case (.unsigned, 8): spelling(UInt64.self)
    default: nil
    }
  }

  /// Appends the UTF-8 of a text, less the zeros that fill it up.
  ///
  /// - Returns: false when it holds what is no text.
  func appendText(at place: UnsafeRawPointer, to bytes: inout [UInt8]) -> Bool {
    if kind == .bytes {
      let text = UnsafeRawBufferPointer(start: place, count: size)
      let count = (text.lastIndex { $0 != 0 } ?? -1) + 1
      let first = bytes.count
      bytes.append(contentsOf: text[..<count])
      return bytes[first...].withUnsafeBufferPointer {
        String(validating: $0, as: UTF8.self) != nil
      }
    }
    func code(_ index: Int) -> UInt32 {
      let word = place.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
      return isBigEndian ? word.bigEndian : word.littleEndian
    }
    var count = size / 4
    while count > 0, code(count - 1) == 0 { count -= 1 }
    for index in 0..<count {
      guard let scalar = Unicode.Scalar(code(index)) else { return false }
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return true
  }
}
