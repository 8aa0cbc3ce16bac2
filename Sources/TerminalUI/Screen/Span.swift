/// A piece of text in one style.
public struct Span: Hashable, Sendable {
  /// The text; cleaned of control characters when it is drawn.
  public var text: String
  /// Its style.
  public var style: Style

  /// A piece of text in `style`.
  public init(_ text: String, style: Style = .plain) {
    self.text = text
    self.style = style
  }

  /// The columns the text takes.
  public var width: Int { text.displayWidth }
}

extension Sequence where Element == Span {
  /// The columns that the spans take together.
  public var displayWidth: Int { reduce(0) { $0 + $1.width } }
}
