import Datasets
import Foundation
import TOMLKit

/// An experiment as a TOML file: every option of the command line under the same name.
///
/// The file becomes arguments that are placed before those of the command line, so that both go through
/// the same parser and the command line wins. Relative paths are relative to the file.
struct ExperimentFile {
  private let file: TOMLFile

  /// The options that name data: a path, a pattern, or in a file a list of these.
  static let data = ["source", "train", "test"]

  /// The options whose values are paths.
  private static let paths = Set(data + ["base", "init", "save", "data-dir"])

  /// Reads the file at `path`.
  ///
  /// - Throws: A `Failure` when there is no such file, or when it is no TOML.
  init(path: String) throws(Failure) {
    file = try TOMLFile(path: path)
  }

  /// The file's keys as command-line arguments.
  ///
  /// - Parameters:
  ///   - options: The options of the command, as ``OptionNames`` lists them.
  ///   - ignored: Options that only another command has: a file serves more than one.
  ///   - replaced: Options of the command line: the file's values of them are checked and then left
  ///     out, as some options add up what they are given.
  ///   - refuse: Is told of a key that cannot be used, and of why, with file, line and key; throws
  ///     to end with it.
  ///   - check: Parses the arguments of one key and returns them as they are to be used; what it
  ///     throws is reported.
  /// - Returns: The arguments, in the order of the file.
  /// - Throws: What `refuse` throws: a `Failure` that names file, line and key.
  func arguments(
    options: [String: OptionNames.Value], ignoring ignored: Set<String> = [],
    replacedBy replaced: Set<String> = [],
    refuse: (_ key: String, Failure) throws -> Void = { throw $1 },
    check: ([String]) throws -> [String]
  ) throws -> [String] {
    var arguments: [String] = []
    for key in file.keys where options[key] != nil || !ignored.contains(key) {
      do {
        let own = try self.arguments(for: key, options, check)
        if !replaced.contains(key) { arguments += own }
      } catch let failure as Failure {
        try refuse(key, failure)
      }
    }
    return arguments
  }

  /// The arguments of a key, checked.
  private func arguments(
    for key: String, _ options: [String: OptionNames.Value],
    _ check: ([String]) throws -> [String]
  ) throws -> [String] {
    guard let kind = options[key] else {
      if let keys = file.table[key]?.table?.keys, keys.contains(where: { options[$0] != nil }) {
        throw file.failure(key, "tables are not used; write the keys below [\(key)] without it")
      }
      throw file.failure(key, "unknown key\(suggestion(for: key, among: options.keys))")
    }
    guard let value = file.table[key] else { return [] }
    let own = try arguments(for: key, value, kind)
    do {
      return try check(own)
    } catch let error as Failure {
      let isEmptyList = value.array?.isEmpty ?? false
      throw file.failure(
        key,
        isEmptyList
          ? "the list is empty; name something in it or leave out the key" : error.description)
    }
  }

  private func arguments(
    for key: String, _ value: any TOMLValueConvertible, _ kind: OptionNames.Value
  ) throws(Failure) -> [String] {
    if kind == .none {
      guard value.type == .bool, let isOn = value.bool else {
        throw file.failure(key, "it must be true or false")
      }
      if isOn { return ["--\(key)"] }
      return [key.hasPrefix("no-") ? "--\(key.dropFirst(3))" : "--no-\(key)"]
    }
    let text: String?
    if let elements = value.array, Self.data.contains(key) {
      let paths = elements.compactMap { self.text(of: $0) }
      guard paths.count == elements.count, !paths.isEmpty else {
        throw file.failure(key, "a list of files must hold paths, and one at least")
      }
      return ["--\(key)=\(FilePattern(anyOf: paths.map(resolved)).text)"]
    }
    if let elements = value.array {
      guard kind == .list else { throw file.failure(key, "it takes one value and no list") }
      let texts = elements.map { self.text(of: $0) }
      let isWhole = texts.allSatisfy { $0 != nil }
      text = isWhole ? ColumnList(names: texts.compactMap(\.self)).argument : nil
    } else {
      text = value.bool.map { "\($0)" } ?? self.text(of: value)
    }
    guard let text else {
      throw file.failure(key, "a value must be a text, a number, true, false or a list of these")
    }
    // The parser takes `--layers=` for an option without its value.
    if text.isEmpty { return ["--\(key)", ""] }
    return ["--\(key)=\(Self.paths.contains(key) ? resolved(text) : text)"]
  }

  private func text(of value: any TOMLValueConvertible) -> String? {
    switch value.type {
    case .string: value.string
    case .int: value.int.map(String.init)
    case .double: value.double.map { "\($0)" }
    default: nil
    }
  }

  /// A path of the file, made relative to where the program runs.
  private func resolved(_ path: String) -> String {
    let folder = file.path.folderPath
    guard path != "-", !path.hasPrefix("/"), !folder.isEmpty else { return path }
    return (folder as NSString).appendingPathComponent(path)
  }

  private func suggestion(for key: String, among options: some Sequence<String>) -> String {
    guard let nearest = NearNames.nearest(to: key, among: options) else { return "" }
    return "; did you mean \(nearest)?"
  }
}
