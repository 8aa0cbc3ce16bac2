import Datasets
import Foundation
import TOMLKit

/// An experiment as a TOML file: every option of the command line under the same name.
///
/// The file becomes arguments that are placed before those of the command line, so that both go through
/// the same parser and the command line wins. Relative paths are relative to the file.
struct ExperimentFile {
  /// The file's path, as it was given.
  let path: String

  private let table: TOMLTable
  private let lines: [Substring]

  /// The options whose values are paths.
  private static let paths: Set<String> = ["source", "train", "test", "base", "init", "save"]

  /// Reads the file at `path`.
  ///
  /// - Throws: A `Failure` when there is no such file, or when it is no TOML.
  init(path: String) throws(Failure) {
    let text: String
    do {
      text = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw Failure(
        FileManager.default.fileExists(atPath: path)
          ? "\(path): cannot be read as UTF-8 text; an experiment is a TOML file"
          : "\(path): no such file; name an experiment (TOML) or use --train and --target")
    }
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw Failure("\(path), line \(error.source.begin.line): \(error.description)")
    } catch {
      throw Failure("\(path): \(error)")
    }
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
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
    // In the order of the file, so that the first mistake is the first one reported.
    let keys = table.keys.sorted { (line(of: $0), $0) < (line(of: $1), $1) }
    for key in keys {
      guard options.contains(key) else {
        if ignored.contains(key) { continue }
        throw failure(key, "unknown key\(suggestion(for: key, among: options))")
      }
      guard let value = table[key], let argument = argument(for: key, value) else {
        throw failure(key, "a value must be a text, a number, true, false or a list of these")
      }
      do {
        try check(argument)
      } catch let error as Failure {
        throw failure(key, error.description)
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
    let folder = (self.path as NSString).deletingLastPathComponent
    guard !path.hasPrefix("/"), !folder.isEmpty else { return path }
    return (folder as NSString).appendingPathComponent(path)
  }

  /// The line on which `key` is set, from 1; TOMLKit keeps no positions of values.
  private func line(of key: String) -> Int {
    let place = lines.firstIndex { line in
      let text = line.trimmingPrefix { $0.isWhitespace || "\"'[".contains($0) }
      guard text.hasPrefix(key) else { return false }
      let next = text.dropFirst(key.count).first
      return next.map { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" } ?? true
    }
    return (place ?? 0) + 1
  }

  private func failure(_ key: String, _ message: String) -> Failure {
    Failure("\(path), line \(line(of: key)), \(key.shortened(to: 60)): \(message)")
  }

  private func suggestion(for key: String, among options: Set<String>) -> String {
    guard let nearest = nearest(to: key, among: options) else { return "" }
    return "; did you mean \(nearest)?"
  }
}
