import Dashboard
import Datasets
import Foundation
import Runs
import TOMLKit
import TerminalUI

/// What a person has set for good in `config.toml`: looks, pace and keys.
///
/// The file is optional. An entry that cannot be used is left out with a warning: a slip in it must
/// not keep the program from starting.
struct UserSettings: Equatable {
  /// The theme's name.
  var theme: String?

  /// What curves are drawn with.
  var glyphs: GlyphSet?

  /// The colours that are used.
  var colour: ColourChoice?

  /// The most epochs a second in the dashboard.
  var pace: Pace?

  /// The keys that were bound anew.
  var keys: [KeyAction: [Key]] = [:]

  /// What could not be used, a line each.
  var warnings: [String] = []

  /// Settings without a file.
  init() {}

  /// Reads the settings at `path`; without a file they are empty.
  init(path: String) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      let file = try TOMLFile(path: path)
      for key in file.keys { read(key, of: file) }
    } catch {
      warnings.append("\(error.description); the settings are left out")
    }
  }

  /// The dashboard's keys with those bound anew.
  var keyMap: KeyMap<KeyAction> {
    keys.sorted { $0.key.rawValue < $1.key.rawValue }
      .reduce(KeyMap.dashboard) { $0.rebinding($1.key, to: $1.value) }
  }

  private mutating func read(_ key: String, of file: TOMLFile) {
    guard let value = file.table[key] else { return }
    switch key {
    case "theme":
      theme = value.string
      if theme == nil { warn(file, key, "it must be the name of a theme in quotes") }
    case "glyphs":
      glyphs = value.string.flatMap(GlyphSet.init(rawValue:))
      if glyphs == nil { warn(file, key, "it must be one of \(Self.words(GlyphSet.self))") }
    case "colour", "color":
      let text = value.string ?? value.int.map(String.init) ?? value.bool.map { "\($0)" }
      colour = text.flatMap(ColourChoice.init(rawValue:))
      if colour == nil { warn(file, key, "it must be one of \(Self.words(ColourChoice.self))") }
    case "pace":
      let text = value.string ?? value.double.map { "\($0)" } ?? value.int.map(String.init)
      pace = text.flatMap { try? parsePace($0) }
      if pace == nil { warn(file, key, "it must be \"max\" or the most epochs a second") }
    case "keys":
      guard let table = value.table else {
        return warn(file, key, "it must be a table of actions and keys")
      }
      for action in table.keys { bind(action, to: table[action], of: file) }
    default:
      let known = ["theme", "glyphs", "colour", "pace", "keys"]
      warn(
        file, key, "unknown key; did you mean \(NearNames.nearest(to: key, among: known) ?? "")?")
    }
  }

  private mutating func bind(
    _ name: String, to value: (any TOMLValueConvertible)?, of file: TOMLFile
  ) {
    guard let action = KeyAction(rawValue: name) else {
      let names = KeyAction.allCases.map(\.rawValue)
      return warn(
        file, name,
        "there is no such action; did you mean \(NearNames.nearest(to: name, among: names) ?? "")?"
      )
    }
    let texts = value?.array.map { $0.map(\.string) } ?? [value?.string]
    let bound = texts.map { $0.flatMap(Key.init(name:)) }
    guard bound.allSatisfy({ $0 != nil }) else {
      return warn(file, name, "a key is written as q, space, tab, F2, ctrl-L, page-up or the like")
    }
    keys[action] = bound.compactMap(\.self)
  }

  private mutating func warn(_ file: TOMLFile, _ key: String, _ problem: String) {
    warnings.append("\(file.failure(key, problem).description); it is left out")
  }

  private static func words<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type
  ) -> String {
    type.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
