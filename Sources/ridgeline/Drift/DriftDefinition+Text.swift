import Shift

extension DriftDefinition {
  /// All definitions, a paragraph each: what `drift --explain` prints.
  static var listing: String {
    all.map { definition in
      """
      \(definition.name)
          \(definition.formula)
          \(definition.defaults)
          source: \(definition.source)

      """
    }.joined(separator: "\n")
  }

  /// The same definitions as they stand in `docs/shift.md`.
  static var markdown: String {
    all.map { definition in
      """
      **`\(definition.name)`**

      - \(definition.formula.asMarkdown)
      - \(definition.defaults.asMarkdown)
      - Source: \(definition.source.asMarkdown)

      """
    }.joined(separator: "\n")
  }
}

extension String {
  /// The text with nothing in it that Markdown would take for a mark of its own.
  fileprivate var asMarkdown: String {
    reduce(into: "") { text, character in
      if "\\`*_<>|".contains(character) { text.append("\\") }
      text.append(character)
    }
  }
}
