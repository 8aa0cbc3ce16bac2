extension KeyMap {
  /// The lines of the help: the groups' names as headings, below them the keys and what they do.
  ///
  /// - Parameters:
  ///   - query: What is searched for; a row stays when its keys, its words or its group contain it,
  ///     whatever the case. An empty text keeps every row.
  ///   - theme: The styles.
  /// - Returns: The lines for a ``Popup``; a sentence when nothing is found.
  public func helpLines(matching query: String = "", theme: Theme) -> [[Span]] {
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
        let padding = String(repeating: " ", count: keyWidth - binding.keyNames.displayWidth + 2)
        lines.append([
          Span("  " + binding.keyNames, style: theme[.keyHintKey]),
          Span(padding + binding.help, style: theme[.text]),
        ])
      }
    }
    return lines
  }
}
