internal import TOMLKit

/// A theme's file, read but not yet resolved: names of colours are still names.
struct ThemeSource {
  /// A role as the file spells it.
  struct RoleEntry {
    var foreground: String?
    var background: String?
    var attributes: Attributes = []
  }

  /// A value and where it stands.
  struct Placed<Value> {
    let value: Value
    let text: ThemeText
    let key: String

    func warning(_ message: String) -> ThemeWarning {
      ThemeWarning(file: text.file, line: text.line(of: key), key: key, message: message)
    }
  }

  var name: String?
  var inherits: Placed<String>?
  var palette: [String: Placed<String>] = [:]
  var roles: [ThemeRole: Placed<RoleEntry>] = [:]
  var warnings: [ThemeWarning] = []

  private let text: ThemeText

  /// Reads a theme's text; whatever cannot be used becomes a warning.
  init(_ text: ThemeText) {
    self.text = text
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text.toml)
    } catch let error as TOMLParseError {
      let line = error.source.begin.line
      let message = "not TOML: \(error.description); the rest of the theme is left out"
      warnings = [ThemeWarning(file: text.file, line: line, key: nil, message: message)]
      return
    } catch {
      warnings = [ThemeWarning(file: text.file, line: nil, key: nil, message: "not TOML: \(error)")]
      return
    }
    for key in table.keys {
      guard let value = table[key] else { continue }
      switch key {
      case "name": name = string(value, key)?.value
      case "inherits": inherits = string(value, key)
      case "palette": readPalette(value)
      case "roles": readRoles(value)
      default: warn(key, "no such key in a theme; it is left out")
      }
    }
  }

  private mutating func readPalette(_ value: any TOMLValueConvertible) {
    guard let table = value.table else { return warn("palette", "not a table; it is left out") }
    for key in table.keys {
      guard let value = table[key] else { continue }
      palette[key] = string(value, "palette.\(key)")
    }
  }

  private mutating func readRoles(_ value: any TOMLValueConvertible) {
    guard let table = value.table else { return warn("roles", "not a table; it is left out") }
    for key in table.keys {
      guard let value = table[key] else { continue }
      let path = "roles.\(key)"
      guard let role = ThemeRole(rawValue: key) else {
        warn(path, "there is no such role; it is left out")
        continue
      }
      guard let entry = entry(value, path) else { continue }
      roles[role] = Placed(value: entry, text: text, key: path)
    }
  }

  private mutating func entry(_ value: any TOMLValueConvertible, _ path: String) -> RoleEntry? {
    if let colour = value.string { return RoleEntry(foreground: colour) }
    guard let table = value.table else {
      warn(path, "neither a colour nor a table; it is left out")
      return nil
    }
    var entry = RoleEntry()
    for key in table.keys {
      guard let value = table[key] else { continue }
      let path = "\(path).\(key)"
      switch key {
      case "fg": entry.foreground = string(value, path)?.value
      case "bg": entry.background = string(value, path)?.value
      default:
        guard let attribute = ThemeSource.attributes[key] else {
          warn(path, "not fg, bg, bold, underline, dim or reverse; it is left out")
          continue
        }
        guard let isOn = value.bool else {
          warn(path, "neither true nor false; it is left out")
          continue
        }
        if isOn { entry.attributes.insert(attribute) }
      }
    }
    return entry
  }

  private mutating func string(
    _ value: any TOMLValueConvertible, _ path: String
  ) -> Placed<String>? {
    guard let string = value.string else {
      warn(path, "not a text in quotes; it is left out")
      return nil
    }
    return Placed(value: string, text: text, key: path)
  }

  private mutating func warn(_ key: String, _ message: String) {
    let line = text.line(of: key)
    warnings.append(ThemeWarning(file: text.file, line: line, key: key, message: message))
  }

  private static let attributes: [String: Attributes] = [
    "bold": .bold, "underline": .underline, "dim": .dim, "reverse": .reverse,
  ]
}
