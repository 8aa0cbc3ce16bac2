import CursesBackend
import Foundation
import TerminalUI

/// A program for the tests: shows what arrives from the terminal, and ends in all the ways there are.
@main
struct TerminalProbe {
  static func main() {
    do {
      var options = CursesOptions()
      if let depth = argument("--colours") { options.colourDepth = ColourDepth(rawValue: depth) }
      options.forcesUTF8 = CommandLine.arguments.contains("--utf8")
      let environment = TerminalEnvironment(ProcessInfo.processInfo.environment)
      for _ in 0..<(argument("--cycles").flatMap { Int($0) } ?? 0) {
        let earlier = try CursesTerminal(environment: environment, options: options)
        earlier.present(Screen(size: earlier.size, fill: Cell("x")))
        earlier.close()
      }
      let terminal = try CursesTerminal(environment: environment, options: options)
      var probe = Probe(terminal: terminal)
      let status = probe.run()
      terminal.close()
      print("probe ended with \(status)")
      exit(status)
    } catch {
      print("probe: \(error)")
      exit(69)
    }
  }

  private static func argument(_ name: String) -> String? {
    let arguments = CommandLine.arguments
    guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else {
      return nil
    }
    return arguments[index + 1]
  }
}
