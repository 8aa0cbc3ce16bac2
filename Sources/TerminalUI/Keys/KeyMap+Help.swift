extension KeyMap {
  /// The lines of the help: the groups' names as headings, below them the keys and what they do.
  ///
  /// - Parameters:
  ///   - query: What is searched for; a row stays when its keys, its words or its group contain it,
  ///     whatever the case. An empty text keeps every row.
  ///   - width: The columns of a line: what a key does is wrapped beside its names.
  ///   - theme: The styles.
  /// - Returns: The lines for a ``Popup``; a sentence when nothing is found.
  public func helpLines(matching query: String = "", width: Int = .max, theme: Theme) -> [[Span]] {
    let wanted = query.lowercased()
    let matching = groups.map { group, bindings in
      (
        group,
        bindings.filter { binding in
          !binding.keys.isEmpty
            && (wanted.isEmpty
              || [group, binding.help, binding.keyNames].contains {
                $0.lowercased().contains(wanted)
              })
        }
      )
    }.filter { !$0.1.isEmpty }
    guard !matching.isEmpty else {
      return [[Span("no key matches", style: theme[.muted])]]
    }
    let keyWidth = matching.flatMap(\.1).map(\.keyNames.displayWidth).max() ?? 0
    var lines: [[Span]] = []
    for (group, bindings) in matching {
      if !lines.isEmpty { lines.append([]) }
      lines.append([Span(group, style: theme[.title])])
      for binding in bindings {
        let words = binding.help.wrapped(to: max(1, width - keyWidth - 4))
        for (row, text) in words.enumerated() {
          let names = row == 0 ? binding.keyNames : ""
          let padding = String(repeating: " ", count: keyWidth - names.displayWidth + 2)
          lines.append([
            Span("  " + names, style: theme[.keyHintKey]),
            Span(padding + text, style: theme[.text]),
          ])
        }
      }
    }
    return lines
  }
}
