import ArgumentParser

/// One value of an option for all columns, `power`, or for one, `fare=power`, or a list of both.
///
/// A name that holds a comma stands in double quotes, together with its value.
struct ColumnValues<Value: Equatable & Sendable>: Equatable, Sendable {
  /// One element of the list.
  struct Element: Equatable, Sendable {
    /// The column; `nil` for all that are not named.
    var column: String?
    var value: Value
  }

  /// The elements, in the order given: of two for the same column the later one counts.
  var elements: [Element] = []

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - text: The list.
  ///   - words: What the error says that an element has to be.
  ///   - read: Reads a value; `nil` for what is none.
  /// - Throws: A usage error for what is no such list.
  init(parsing text: String, of words: String, _ read: (String) -> Value?) throws {
    for element in ColumnList(argument: text)?.names ?? [""] {
      // A name may hold the sign too; a value does not.
      let sign = element.lastIndex(of: "=")
      let column = sign.map { String(element[..<$0]) }
      let text = sign.map { String(element[element.index(after: $0)...]) } ?? element
      guard column != "", let value = read(text) else {
        throw ValidationError("it must be \(words)")
      }
      elements.append(Element(column: column, value: value))
    }
  }
}
