import Foundation

/// What the program is told about the machine: variables, the home folder, its own executable.
///
/// It comes in as a value, so that tests can make up a machine.
struct SystemPlaces: Sendable {
  /// The environment variables.
  var variables: [String: String]

  /// The home folder.
  var home: String

  /// The real path of the running executable, links resolved; `nil` where the system does not tell.
  var executable: String?

  /// The machine that the program runs on.
  static var current: SystemPlaces {
    let variables = ProcessInfo.processInfo.environment
    return SystemPlaces(
      variables: variables,
      home: variables["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? NSHomeDirectory(),
      executable: try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
  }

  /// Where a person's own settings and themes are.
  var configuration: String { own("XDG_CONFIG_HOME", else: ".config") }

  /// Where models are saved.
  var data: String { own("XDG_DATA_HOME", else: ".local/share") }

  /// Where the log is.
  var state: String { own("XDG_STATE_HOME", else: ".local/state") }

  /// Where trained base models are kept.
  var cache: String { own("XDG_CACHE_HOME", else: ".cache") }

  /// This program's folder below a base directory of the XDG specification, which ignores relative paths.
  private func own(_ variable: String, else usual: String) -> String {
    let given = variables[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (given ?? "\(home)/\(usual)") + "/ridgeline"
  }
}
