import Datasets
import Foundation
import TOMLKit

/// An experiment as a TOML file: every option of the command line under the same name.
///
/// The file becomes arguments that are placed before those of the command line, so that both go through
/// the same parser and the command line wins. Relative paths are relative to the file.
struct ExperimentFile {
  private let file: TOMLFile

  /// The options whose values are paths.
  private static let paths: Set<String> = [
    "source", "train", "test", "base", "init", "save", "data-dir",
  ]

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
  ///   - check: Parses one argument alone; what it throws is reported with file, line and key.
  /// - Returns: The arguments, one a key.
  /// - Throws: A `Failure` that names file, line and key.
  func arguments(
    options: Set<String>, ignoring ignored: Set<String> = [], check: (String) throws -> Void
  ) throws -> [String] {
    var arguments: [String] = []
    for key in file.keys {
      guard options.contains(key) else {
        if ignored.contains(key) { continue }
        throw file.failure(key, "unknown key\(suggestion(for: key, among: options))")
      }
      guard let value = file.table[key], let argument = argument(for: key, value) else {
        throw file.failure(key, "a value must be a text, a number, true, false or a list of these")
      }
      do {
        try check(argument)
      } catch let error as Failure {
        throw file.failure(key, error.description)
      }
      arguments.append(argument)
    }
    return arguments
  }

  private func argument(for key: String, _ value: any TOMLValueConvertible) -> String? {
    if value.type == .bool, let isOn = value.bool {
      if isOn { return "--\(key)" }
      return key.hasPrefix("no-") ? "--\(key.dropFirst(3))" : "--no-\(key)"
    }
    if let elements = value.array {
      let texts = elements.map { text(of: $0) }
      guard texts.allSatisfy({ $0 != nil }) else { return nil }
      return "--\(key)=\(ColumnList(names: texts.compactMap(\.self)).argument)"
    }
    guard let text = text(of: value) else { return nil }
    return "--\(key)=\(Self.paths.contains(key) ? resolved(text) : text)"
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
    let folder = (file.path as NSString).deletingLastPathComponent
    guard !path.hasPrefix("/"), !folder.isEmpty else { return path }
    return (folder as NSString).appendingPathComponent(path)
  }

  private func suggestion(for key: String, among options: Set<String>) -> String {
    guard let nearest = NearNames.nearest(to: key, among: options) else { return "" }
    return "; did you mean \(nearest)?"
  }
}
