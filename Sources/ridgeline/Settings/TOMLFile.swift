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
    let text: String
    do {
      text = try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw Failure(
        FileManager.default.fileExists(atPath: path)
          ? "\(path): cannot be read as UTF-8 text; give a TOML file"
          : "\(path): no such file; check the path")
    }
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw Failure("\(path), line \(error.source.begin.line): not TOML: \(error.description)")
    } catch {
      throw Failure("\(path): \(error)")
    }
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
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
