/// Makes themes from their texts, following what they inherit from.
///
/// A theme never fails to load: what is wrong in it becomes a warning, and the role falls back to the
/// one it inherits or derives from.
public struct ThemeLoader: Sendable {
  private let find: @Sendable (String) -> ThemeText?

  /// A loader that finds themes by name with `find`, and the built-in ones where that finds none.
  public init(finding find: @escaping @Sendable (String) -> ThemeText? = { _ in nil }) {
    self.find = find
  }

  /// The theme of a name; the dark default with a warning when there is none.
  public func theme(named name: String) -> (theme: Theme, warnings: [ThemeWarning]) {
    if let text = text(named: name) { return theme(from: text, named: name) }
    let warning = ThemeWarning(
      file: name, line: nil, key: nil,
      message: "no theme has this name; ridgeline-dark is used instead")
    return (.dark, [warning])
  }

  /// The theme that a text describes.
  ///
  /// - Parameters:
  ///   - text: The theme's file.
  ///   - name: The name it takes when the file gives none.
  /// - Returns: The theme, and what in it could not be used.
  public func theme(
    from text: ThemeText, named name: String
  ) -> (theme: Theme, warnings: [ThemeWarning]) {
    var sources: [ThemeSource] = [ThemeSource(text)]
    var warnings = sources[0].warnings
    var visited: Set<String> = [name, sources[0].name ?? name]
    // From the theme itself to its oldest ancestor.
    while let parent = sources.last?.inherits {
      guard visited.insert(parent.value).inserted else {
        warnings.append(
          parent.warning("\"\(parent.value)\" inherits from this theme; nothing is inherited"))
        break
      }
      guard let parentText = self.text(named: parent.value) else {
        warnings.append(
          parent.warning("no theme is called \"\(parent.value)\"; nothing is inherited"))
        break
      }
      let source = ThemeSource(parentText)
      warnings += source.warnings
      sources.append(source)
    }
    let resolved = ThemeResolver(sources.reversed())
    warnings += resolved.warnings
    let isEmpty = sources[0].roles.isEmpty && sources[0].palette.isEmpty && sources.count == 1
    let shown = sources[0].name ?? name
    // A file with nothing usable in it must not leave a screen without any colour.
    let theme =
      isEmpty && !warnings.isEmpty
      ? Theme.dark : Theme(name: shown, styles: resolved.styles)
    return (theme, warnings)
  }

  private func text(named name: String) -> ThemeText? {
    find(name) ?? BuiltInThemes.text(named: name)
  }
}
