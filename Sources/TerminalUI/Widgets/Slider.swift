internal import Foundation

/// A handle on a line that shows where a value lies in its range: `━━━●────`.
public struct Slider: Widget {
  /// Where the handle stands, 0 to 1.
  public var fraction: Double
  /// Whether what it sets is in effect; else the line is drawn in the colour of what is off.
  public var isOn: Bool

  /// A slider with its handle at `fraction` of the way.
  public init(fraction: Double, isOn: Bool = true) {
    self.fraction = fraction
    self.isOn = isOn
  }

  /// A slider for a value on a logarithmic range.
  ///
  /// - Parameters:
  ///   - value: The value; what is not above 0 stands at the left end.
  ///   - range: Both ends above 0.
  ///   - isOn: Whether the value is in effect.
  public init(logarithmic value: Double, in range: ClosedRange<Double>, isOn: Bool = true) {
    let span = log(range.upperBound / range.lowerBound)
    let place = value > 0 ? log(value / range.lowerBound) : 0
    self.init(fraction: span > 0 && place.isFinite ? place / span : 0, isOn: isOn)
  }

  /// Draws the slider in the first row of the area.
  public func draw(into screen: inout Screen, in area: Rect, theme: Theme, glyphs: GlyphSet) {
    guard !area.isEmpty else { return }
    let fraction = self.fraction.isFinite ? max(0, min(1, self.fraction)) : 0
    let handle = Int((fraction * Double(area.width - 1)).rounded())
    let filled: Unicode.Scalar = glyphs.isUnicode ? (isOn ? "━" : "─") : (isOn ? "=" : "-")
    let empty: Unicode.Scalar = glyphs.isUnicode ? "─" : "-"
    // An empty handle tells what is off without colour.
    let knob: Unicode.Scalar =
      glyphs.isUnicode ? (isOn ? "●" : "○") : (isOn ? "O" : "o")
    for column in 0..<area.width {
      let cell =
        column == handle
        ? Cell(knob, style: theme[isOn ? .value : .off])
        : column < handle
          ? Cell(filled, style: theme[isOn ? .on : .border])
          : Cell(empty, style: theme[.border])
      screen[area.x + column, area.y] = cell
    }
  }
}
