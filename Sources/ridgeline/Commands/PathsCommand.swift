import ArgumentParser
import Datasets
import Foundation

/// Where the program looks and writes.
struct PathsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths", abstract: "Print every folder that is searched or written to.")

  @Option(
    help: ArgumentHelp("Look here first for themes and sample data.", valueName: "folder"),
    completion: .directory)
  var dataDir: String?

  func run() throws {
    let places = SystemPlaces.current
    for line in Self.report(DataFolders(option: dataDir, places: places), places: places) {
      try OutputStream.standard.line(line)
    }
  }

  /// The lines that the command prints.
  static func report(_ data: DataFolders, places: SystemPlaces) -> [String] {
    var lines = ["Searched in this order for themes/ and sample-data/:"]
    for (index, folder) in data.folders.enumerated() {
      lines.append(
        row("\(index + 1). \(folder.reason)", folder.path ?? "-", found(in: folder.path)))
    }
    lines.append(row("\(data.folders.count + 1). built in", "-", "the bundled themes"))
    lines.append("")
    lines.append("Read and written:")
    let own = [
      ("settings", places.configuration + "/config.toml"), ("models", places.data + "/models"),
      ("log", places.state + "/ridgeline.log"), ("base models", places.cache),
    ]
    for (name, path) in own {
      let isThere = FileManager.default.fileExists(atPath: path)
      lines.append(row(name, path, isThere ? "there" : "not there"))
    }
    return lines
  }

  private static func row(_ name: String, _ path: String, _ state: String) -> String {
    "  \(name.padding(toLength: 18, withPad: " ", startingAt: 0))\(path.cleaned)  (\(state))"
  }

  private static func found(in path: String?) -> String {
    guard let path, !path.isEmpty else { return "not set" }
    let files = FileManager.default
    guard files.fileExists(atPath: path) else { return "not there" }
    let names = ["themes", "sample-data"].filter { files.fileExists(atPath: "\(path)/\($0)") }
    return names.isEmpty ? "nothing found" : names.map { $0 + "/" }.joined(separator: ", ")
  }
}
