import ArgumentParser
import Foundation
import TerminalUI

/// The themes that can be chosen.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the themes.",
    discussion: "At a terminal each one shows its colours: train, validation, test and ghost.")

  @Option(
    help: ArgumentHelp("Look here first for themes.", valueName: "folder"),
    completion: .directory)
  var dataDir: String?

  func run() throws {
    let places = SystemPlaces.current
    let folders = try DataFolders(checking: dataDir, places: places).paths(of: "themes")
    let themes = ThemeFolders(folders)
    let output = OutputStream.standard
    let showsColours = output.isTerminal && (places.variables["NO_COLOR"] ?? "").isEmpty
    let width = themes.names.map(\.displayWidth).max() ?? 0
    for name in themes.names {
      let (theme, warnings) = themes.theme(name)
      for warning in warnings {
        try OutputStream.error.line("ridgeline: warning: \(warning.description.onOneLine)")
      }
      guard showsColours else {
        try output.line(name.onOneLine)
        continue
      }
      let padding = String(repeating: " ", count: width - name.displayWidth)
      try output.line("\(name.onOneLine)\(padding)  \(theme.swatch)")
    }
  }
}

extension Theme {
  /// The main roles in their colours, for a terminal.
  fileprivate var swatch: String {
    let roles: [ThemeRole] = [.train, .validation, .test, .ghost, .text, .accent]
    return roles.map { "\u{1B}[\(colour($0).foregroundCode)m\($0.rawValue)\u{1B}[m" }
      .joined(separator: " ")
  }
}

extension Colour {
  /// The parameters of the control sequence that makes this the colour of text (ECMA-48, SGR).
  fileprivate var foregroundCode: String {
    switch self {
    case .terminal: "39"
    case .ansi(let index): index < 8 ? "\(30 + index)" : "\(82 + index)"
    case .rgb(let red, let green, let blue): "38;2;\(red);\(green);\(blue)"
    }
  }
}
