import Foundation
import Testing

/// The built program, run as a person or a script would run it.
struct Program {
  /// What a run came to.
  struct Result {
    var code: Int
    var output: String
    var errors: String

    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// Where its settings, cache and data are: nothing of the person who runs the tests.
  let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  /// The executable, which the build puts beside the test bundle.
  static var executable: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("ridgeline")
  }

  /// The repository's root.
  static var repository: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
  }

  /// The path of a bundled file.
  static func sample(_ name: String) -> String { "\(repository)/sample-data/\(name)" }

  /// The variables the program is run with.
  var environment: [String: String] {
    [
      "HOME": home.path, "XDG_CACHE_HOME": home.path + "/cache", "PATH": "/usr/bin:/bin",
      "LANG": "C.UTF-8", "TERM": "xterm-256color", "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  /// Runs it to its end.
  func run(_ arguments: String...) throws -> Result { try run(arguments) }

  /// Runs it to its end.
  func run(_ arguments: [String], input: String? = nil) throws -> Result {
    let running = try start(arguments, input: input)
    return try running.wait()
  }

  /// Starts it, with a file as its input; its output goes to files, so that no pipe can fill up.
  func start(_ arguments: [String], input: String? = nil) throws -> Running {
    let name = UUID().uuidString
    let output = URL(fileURLWithPath: try home.write(name + ".out"))
    let errors = URL(fileURLWithPath: try home.write(name + ".err"))
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: home.path)
    process.standardInput = input.map { FileHandle(forReadingAtPath: $0) } ?? FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    return Running(process: process, output: output, errors: errors)
  }

  /// The program while it runs.
  struct Running {
    let process: Process
    let output: URL
    let errors: URL

    /// What it has written to standard output so far.
    func text() throws -> String { try String(contentsOf: output, encoding: .utf8) }

    /// Waits until standard output holds `text`, for half a minute at most.
    func wait(for text: String) throws {
      for _ in 0..<3000 where process.isRunning {
        if try self.text().contains(text) { return }
        usleep(10_000)
      }
      try #require(try self.text().contains(text))
    }

    /// Waits for its end, for a minute at most.
    func wait() throws -> Result {
      for _ in 0..<6000 where process.isRunning { usleep(10_000) }
      if process.isRunning {
        kill(process.processIdentifier, SIGKILL)
        Issue.record("the program did not end")
      }
      process.waitUntilExit()
      return Result(
        code: Int(process.terminationStatus), output: try text(),
        errors: try String(contentsOf: errors, encoding: .utf8))
    }
  }
}
