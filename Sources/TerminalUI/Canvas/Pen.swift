/// How a curve is drawn on a ``Canvas``.
public struct Pen: Sendable, Hashable {
  /// The style of the cells that the curve owns.
  public var style: Style
  /// Which curve owns a cell that several cross: the highest, of equal ones the one drawn last.
  public var priority: Int
  /// The glyph of the curve where there are no sub-cell dots.
  public var mark: Unicode.Scalar
  /// Which of the dots along the way are drawn.
  public var dash: Dash

  /// Which dots along a curve are drawn, by their column.
  public enum Dash: Sendable, Hashable {
    /// All.
    case solid
    /// Four of six.
    case dashed
    /// Every other one.
    case dotted

    /// Whether a dot in column `x` is drawn.
    func draws(column x: Int) -> Bool {
      switch self {
      case .solid: true
      case .dashed: x % 6 < 4
      case .dotted: x % 2 == 0
      }
    }
  }

  /// A pen.
  public init(
    style: Style, priority: Int = 0, mark: Unicode.Scalar = "*", dash: Dash = .solid
  ) {
    self.style = style
    self.priority = priority
    self.mark = mark
    self.dash = dash
  }
}
