import ArgumentParser
import TerminalUI

/// Reads the size of an image, `WIDTHxHEIGHT`.
func parseImageSize(_ text: String) throws -> Size {
  let sides = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
  // No file has more columns than that.
  guard sides.count == 2, let width = sides[0], let height = sides[1],
    (1...10_000).contains(width), (1...10_000).contains(height)
  else {
    throw ValidationError("it must be WIDTHxHEIGHT in pixels, such as 28x28")
  }
  return Size(width: width, height: height)
}
