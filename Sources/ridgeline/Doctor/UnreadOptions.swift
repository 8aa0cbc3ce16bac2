import ArgumentParser
import Diagnosis

/// What `doctor` could not read of its arguments and of its experiment file.
struct UnreadOptions {
  /// Each option that was put aside, with what the program says to it.
  private(set) var refused: [RefusedOption] = []

  /// The list of layers as it was written, when another is read in its place.
  private(set) var layers: String?

  /// Whether the experiment file itself could not be read.
  private(set) var isWithoutFile = false

  /// The words of the command line that can be read.
  mutating func arguments(of given: [GivenOption]) -> [String] {
    given.flatMap { option -> [String] in
      do {
        return try readable(option.words)
      } catch {
        refused.append(RefusedOption(option: option.name, message: "\(error)"))
        return []
      }
    }
  }

  /// The arguments of an experiment file that can be read, those that `replaced` names left out.
  mutating func arguments(
    ofFile path: String, _ options: [String: OptionNames.Value], replacedBy replaced: Set<String>
  ) -> [String] {
    do {
      let file = try ExperimentFile(path: path)
      var refusals: [RefusedOption] = []
      let arguments = try file.arguments(
        options: options.filter { !replaced.contains($0.key) },
        ignoring: OptionNames.ofExperiments,
        refuse: { key, failure in
          refusals.append(RefusedOption(option: key, message: failure.description, file: path))
        },
        check: { try readable($0) })
      refused += refusals
      return arguments
    } catch {
      isWithoutFile = true
      refused.append(RefusedOption(message: "\(error)", file: path))
      return []
    }
  }

  /// The arguments of one option as they can be read; a softmax among layers is put aside for its
  /// check.
  ///
  /// - Throws: A `Failure` with what the parser says.
  private mutating func readable(_ words: [String]) throws -> [String] {
    do {
      _ = try DoctorCommand.parse(words)
      return words
    } catch {
      if let list = GivenOption.value(of: "layers", in: words),
        let others = LayersAsWritten(list).withoutSoftmax
      {
        let words = ["--layers=\(others)"]
        if (try? DoctorCommand.parse(words)) != nil {
          layers = list
          return words
        }
      }
      throw Failure(DoctorCommand.message(for: error).onOneLine)
    }
  }
}

/// An option of a command line with its value, or a word that is no option.
struct GivenOption {
  /// The name without its dashes; `nil` of a word that is no option.
  var name: String?

  /// The words as they were given.
  var words: [String]

  /// The options of a command line, in order.
  static func all(
    in arguments: [String], _ options: [String: OptionNames.Value]
  ) -> [GivenOption] {
    var given: [GivenOption] = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word.count > 1 else {
        given.append(GivenOption(name: nil, words: [word]))
        continue
      }
      let name = String(word.drop { $0 == "-" }.prefix { $0 != "=" })
      let hasValue =
        word.contains("=") || (options[name] ?? OptionNames.Value.none) == OptionNames.Value.none
      let value = hasValue ? nil : rest.popFirst()
      given.append(GivenOption(name: name, words: [word] + (value.map { [$0] } ?? [])))
    }
    return given
  }

  /// The value that words give an option; `nil` when they are of another one.
  static func value(of name: String, in words: [String]) -> String? {
    guard let first = words.first else { return nil }
    if first == "--\(name)" { return words.count > 1 ? words[1] : nil }
    return first.hasPrefix("--\(name)=") ? String(first.dropFirst(name.count + 3)) : nil
  }
}
