import ArgumentParser

/// Names of columns, separated by commas; a name that holds a comma stands in double quotes.
struct ColumnList: ExpressibleByArgument, Equatable, Sendable {
  /// The names, in the order given.
  var names: [String]

  /// The list as one argument, which `init(argument:)` reads back.
  var argument: String {
    names.map { name in
      name.contains(where: { $0 == "," || $0 == "\"" })
        ? "\"\(name.replacing("\"", with: "\"\""))\"" : name
    }.joined(separator: ",")
  }

  /// A list of names.
  init(names: [String]) { self.names = names }

  /// Reads a list; `nil` when a name is empty or a quote is left open.
  init?(argument: String) {
    var names: [String] = []
    var name = ""
    var isQuoted = false
    var wasQuoted = false
    for character in argument {
      switch character {
      case "\"" where isQuoted:
        isQuoted = false
      case "\"" where wasQuoted:
        // Two quotes within quotes are one: the second opens again what the first had closed.
        name.append(character)
        isQuoted = true
      case "\"" where name.isEmpty:
        isQuoted = true
        wasQuoted = true
      case "," where !isQuoted:
        names.append(name)
        name = ""
        wasQuoted = false
      default: name.append(character)
      }
    }
    names.append(name)
    guard !isQuoted, names.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.names = names
  }
}
