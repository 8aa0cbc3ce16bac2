import ArgumentParser
import TerminalUI

/// How the dashboard looks.
struct ScreenOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The theme; 'ridgeline themes' lists them.", valueName: "name"))
  var theme: String?

  @Option(help: "What curves are drawn with. (default: by locale and terminal)")
  var glyphs: GlyphSet?

  @Option(
    name: [.customLong("colour"), .customLong("color")],
    help: "The colours that are used. (default: auto, by looking at the terminal)")
  var colour: ColourChoice?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The feature columns are the pixels of images of this size, row by row.",
      valueName: "widthxheight"),
    transform: parseImageSize)
  var image: Size?

  @Option(
    help: ArgumentHelp("Look here first for themes and sample data.", valueName: "folder"),
    completion: .directory)
  var dataDir: String?
}

/// The colours that a person asks for.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument, Sendable {
  case auto
  case exact = "true"
  case colours256 = "256"
  case colours16 = "16"
  case none

  /// The depth that is asked for; `nil` decides by looking.
  var depth: ColourDepth? {
    switch self {
    case .auto: nil
    case .exact: .trueColour
    case .colours256: .colours256
    case .colours16: .colours16
    case .none: .monochrome
    }
  }
}
