import ArgumentParser

/// The long names of a command's options, read from its own help so that no list has to be kept.
enum OptionNames {
  /// The names, without their dashes.
  static func of(_ command: (some ParsableCommand).Type) -> Set<String> {
    let help = command.helpMessage(includeHidden: true, columns: 1000)
    var names: Set<String> = []
    for line in help.split(separator: "\n") where line.drop(while: { $0 == " " }).hasPrefix("-") {
      // "  --shuffle/--no-shuffle  Shuffle the rows ...": the names end at the two spaces.
      let synopsis = line.drop { $0 == " " }.split(separator: "  ", maxSplits: 1)[0]
      for word in synopsis.split(whereSeparator: { ", /".contains($0) }) where word.hasPrefix("--")
      {
        names.insert(String(word.dropFirst(2)))
      }
    }
    return names.subtracting(["help", "version"])
  }
}
