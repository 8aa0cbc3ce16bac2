extension LinePlot {
  /// Where something was changed.
  public struct Mark: Sendable, Hashable {
    /// The place on the horizontal axis.
    public var x: Double
    /// What was changed, in a word or two.
    public var label: String

    /// A mark.
    public init(x: Double, label: String) {
      self.x = x
      self.label = label
    }
  }
}
