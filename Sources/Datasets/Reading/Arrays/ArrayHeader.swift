/// What stands in front of the elements of an array in NumPy's format, versions 1 to 3.
///
/// Six bytes of signature, two of version, the length of the rest (two bytes in version 1, else four), and
/// a dictionary as Python spells it: `descr`, `fortran_order` and `shape`.
/// Source: numpy.org, "numpy.lib.format".
struct ArrayHeader {
  /// What a file begins with.
  static let signature: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// A part of every row, all of one type.
  struct Field {
    /// The name; nil in arrays whose elements are no records.
    var name: String?
    var type: ElementType
    /// Where it begins in its record.
    var offset: Int
  }

  /// One for an array of plain elements, as many as there are names for one of records.
  let fields: [Field]
  /// The bytes of an element.
  let elementSize: Int
  let shape: [Int]
  /// Whether one column stands behind the other, and not one row.
  let isByColumns: Bool

  /// Longer headers have hardly been written on purpose.
  private static let longestText = 1 << 20

  /// Reads the header of an array; its elements come next.
  ///
  /// - Throws: `DatasetError` when there is none, or one of an array that no table can be made of.
  init(_ stream: any ByteStream) throws(DatasetError) {
    let start = try stream.bytes(8)
    guard start.starts(with: Self.signature), start.count == 8, (1...3).contains(start[6]) else {
      throw Self.damage
    }
    let digits = try stream.bytes(start[6] == 1 ? 2 : 4)
    let length = digits.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard digits.count >= 2, length <= Self.longestText else { throw Self.damage }
    let bytes = try stream.bytes(length)
    // Latin-1 before version 3, in which names of fields can have any character.
    let text =
      start[6] == 3
      ? String(decoding: bytes, as: UTF8.self)
      : bytes.reduce(into: "") { $0.unicodeScalars.append(Unicode.Scalar($1)) }
    guard bytes.count == length, let literal = PythonLiteral(text),
      case .truth(let isByColumns)? = literal["fortran_order"],
      case .sequence(let sizes)? = literal["shape"], let description = literal["descr"]
    else { throw Self.damage }
    shape = sizes.compactMap { if case .number(let size) = $0, size >= 0 { size } else { nil } }
    guard shape.count == sizes.count else { throw Self.damage }
    self.isByColumns = isByColumns
    (fields, elementSize) = try Self.fields(description)
  }

  private static let damage = DatasetError(.damagedArray)

  private static func fields(
    _ description: PythonLiteral
  ) throws(DatasetError) -> (fields: [Field], size: Int) {
    if case .text(let name) = description {
      let type = try ElementType(name)
      return ([Field(name: nil, type: type, offset: 0)], type.size)
    }
    guard case .sequence(let descriptions) = description else { throw damage }
    var fields: [Field] = []
    var offset = 0
    for case .sequence(let parts) in descriptions {
      guard parts.count >= 2, let name = fieldName(parts[0]) else { throw damage }
      guard parts.count == 2, case .text(let typeName) = parts[1] else {
        throw DatasetError(.nestedArray, column: name)
      }
      // Bytes that align the next field have the empty name.
      if name.isEmpty, typeName.hasPrefix("|V"), let gap = Int(typeName.dropFirst(2)), gap >= 0 {
        offset += min(gap, longestText)
        continue
      }
      let type = try ElementType(typeName)
      fields.append(Field(name: name, type: type, offset: offset))
      offset += type.size
    }
    guard !fields.isEmpty else { throw damage }
    return (fields, offset)
  }

  /// The name of a field, which may have a title in front of it.
  private static func fieldName(_ literal: PythonLiteral) -> String? {
    switch literal {
    case .text(let name): name
    case .sequence(let parts): parts.count == 2 ? fieldName(parts[1]) : nil
    default: nil
    }
  }
}
