import ArgumentParser

/// The long names of a command's options, read from its own help so that no list has to be kept.
enum OptionNames {
  /// What stands behind an option.
  enum Value {
    /// Nothing: it is on or off.
    case none
    case one
    /// Several between commas.
    case list
  }

  /// The names, without their dashes.
  static func of(_ command: (some ParsableCommand).Type) -> Set<String> {
    Set(values(of: command).keys)
  }

  /// The names of the options that stand in arguments, without their dashes.
  static func given(in arguments: [String]) -> Set<String> {
    Set(
      arguments.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }
        .map { String($0.dropFirst(2).prefix { $0 != "=" }) })
  }

  /// What stands behind each option, by its name without dashes.
  static func values(of command: (some ParsableCommand).Type) -> [String: Value] {
    let help = command.helpMessage(includeHidden: true, columns: 1000)
    var values: [String: Value] = [:]
    for line in help.split(separator: "\n") where line.drop(while: { $0 == " " }).hasPrefix("-") {
      // "  --shuffle/--no-shuffle  Shuffle the rows ...": the names end at the two spaces.
      let synopsis = line.drop { $0 == " " }.split(separator: "  ", maxSplits: 1)[0]
      // "--drop <column,..>": what is between the commas of a list stands in its placeholder.
      let placeholder = synopsis.drop { $0 != "<" }
      let value: Value = placeholder.isEmpty ? .none : placeholder.contains(",") ? .list : .one
      for word in synopsis.split(whereSeparator: { ", /".contains($0) }) where word.hasPrefix("--")
      {
        values[String(word.dropFirst(2))] = value
      }
    }
    for name in ["help", "version"] { values[name] = nil }
    return values
  }
}
