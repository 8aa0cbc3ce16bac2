import Datasets
import Foundation
import TOMLKit

/// A TOML file that was read, with the lines that its keys stand on.
struct TOMLFile {
  /// The path, as it was given.
  let path: String

  /// The values.
  let table: TOMLTable

  private let lines: [Substring]

  /// Reads the file at `path`.
  ///
  /// - Throws: A `Failure` when there is no such file, or when it is no TOML.
  init(path: String) throws(Failure) {
    let content: Data
    do {
      content = try FileContent.read(path)
    } catch {
      throw Failure(error.description)
    }
    guard let text = String(data: content, encoding: .utf8) else {
      throw Failure("\(path.pathForMessage): cannot be read as UTF-8 text; give a TOML file")
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw Self.failure(error, path: path, lines: lines)
    } catch {
      throw Failure("\(path): \(error)")
    }
    self.path = path
    self.lines = lines
  }

  /// What is wrong with a text that is no TOML.
  private static func failure(
    _ error: TOMLParseError, path: String, lines: [Substring]
  ) -> Failure {
    let number = error.source.begin.line
    // TOML has no larger whole numbers than those of 64 bits with a sign; seeds have.
    if error.description.contains("not representable in 64 bits"),
      lines.indices.contains(number - 1),
      let key = lines[number - 1].split(separator: "=").first?.trimmingPrefix(while: \.isWhitespace)
    {
      let name = key.split(separator: " ").first.map { ", \($0)" } ?? ""
      return Failure(
        "\(path), line \(number)\(name): the number is too large for TOML; write it in quotes")
    }
    return Failure("\(path), line \(number): not TOML: \(error.description)")
  }

  /// The keys in the order of the file, so that the first mistake is the first one reported.
  var keys: [String] {
    table.keys.sorted { (line(of: $0), $0) < (line(of: $1), $1) }
  }

  /// The line on which `key` is set, from 1; TOMLKit keeps no positions of values.
  func line(of key: String) -> Int {
    let place = lines.firstIndex { line in
      let text = line.trimmingPrefix { $0.isWhitespace || "\"'[".contains($0) }
      guard text.hasPrefix(key) else { return false }
      let next = text.dropFirst(key.count).first
      return next.map { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" } ?? true
    }
    return (place ?? 0) + 1
  }

  /// What is wrong with the value of `key`: file, line, key and `problem`.
  func failure(_ key: String, _ problem: String) -> Failure {
    Failure("\(path), line \(line(of: key)), \(key): \(problem)")
  }
}
