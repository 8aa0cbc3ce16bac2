extension String {
  /// The text in lines of at most so many columns, broken between words.
  ///
  /// A word longer than a line keeps a line of its own and is cut when it is drawn.
  ///
  /// - Parameter width: The columns of a line.
  /// - Returns: The lines; none for a text without a word.
  public func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      let isFull = !line.isEmpty && line.displayWidth + 1 + word.displayWidth > width
      if isFull {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
