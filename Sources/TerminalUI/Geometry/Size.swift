/// A width and a height in cells, never negative.
public struct Size: Hashable, Sendable, CustomStringConvertible {
  /// The number of columns.
  public let width: Int
  /// The number of rows.
  public let height: Int

  /// A size; a negative width or height counts as 0.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// No cell at all.
  public static let zero = Size(width: 0, height: 0)

  /// Whether the size holds no cell.
  public var isEmpty: Bool { width == 0 || height == 0 }

  /// The size as it is usually written, such as `120x36`.
  public var description: String { "\(width)x\(height)" }
}
