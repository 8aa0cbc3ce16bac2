import Glibc

/// The programs that the package builds beside its tests.
public enum Built {
  /// The path of a program of this package.
  public static func program(_ name: String) -> String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count))
    let tests = String(decoding: buffer.prefix(count), as: UTF8.self)
    return (tests.split(separator: "/", omittingEmptySubsequences: false).dropLast() + [name[...]])
      .joined(separator: "/")
  }

  /// An environment for a program on a terminal of the given type: nothing but what it needs.
  ///
  /// Crashes must not wait at the backtracer's prompt.
  public static func environment(
    terminal: String, adding more: [String: String] = [:]
  ) -> [String: String] {
    let base = [
      "TERM": terminal, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    return base.merging(more) { $1 }
  }
}
