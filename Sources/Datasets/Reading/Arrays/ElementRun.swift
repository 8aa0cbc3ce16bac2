/// Elements of an array that belong to one column.
struct ElementRun {
  /// The first one.
  var start: UnsafeRawPointer
  /// The bytes from one to the next.
  var stride: Int
  var count: Int
  var type: ElementType
  /// The file, for messages.
  var file: String
  /// The number of the first one's row in the array, from 1.
  var firstRow: Int

  /// Where an element stands, for a message.
  func place(_ index: Int, _ text: String) -> ColumnBuilder.Place {
    ColumnBuilder.Place(file: file, row: firstRow + index, text: text)
  }
}
