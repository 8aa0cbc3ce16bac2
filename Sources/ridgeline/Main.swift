import ArgumentParser
import Datasets
import Foundation

/// The entry point: runs the command and turns what it throws into a line and an exit code.
@main
enum Main {
  static func main() {
    // A reader that has gone is an error of write(2), not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      var command = try Ridgeline.command(for: arguments)
      try command.run()
    } catch is BrokenPipe {
      exit(ExitStatus.done)
    } catch {
      exit(report(error, arguments: arguments))
    }
  }

  /// Says on standard error what went wrong, or on standard output what was asked for.
  private static func report(_ error: any Error, arguments: [String]) -> Int32 {
    switch error {
    case let failure as Failure:
      if !failure.description.isEmpty { complain(failure.description) }
      return failure.code
    case let exit as ExitCode: return exit.rawValue
    case let error as DatasetError where error.isWrongUsage:
      complain(error.description)
      return ExitStatus.wrongUsage
    default: break
    }
    switch Ridgeline.exitCode(for: error) {
    case .success:
      return show(Ridgeline.fullMessage(for: error))
    case .validationFailure:
      complain("\(Ridgeline.message(for: error).onOneLine) (see 'ridgeline \(help(arguments))')")
      return ExitStatus.wrongUsage
    default:
      complain("\(error)")
      return ExitStatus.failed
    }
  }

  /// Writes what was asked for, such as help; one that nobody can read is a failure as any other.
  private static func show(_ text: String) -> Int32 {
    do {
      try OutputStream.standard.line(text)
      return ExitStatus.done
    } catch is BrokenPipe {
      return ExitStatus.done
    } catch {
      complain("\(error)")
      return ExitStatus.failed
    }
  }

  private static func complain(_ message: String) {
    try? OutputStream.error.line("ridgeline: \(message.onOneLine)")
  }

  private static func help(_ arguments: [String]) -> String {
    let names = Ridgeline.configuration.subcommands.map { $0._commandName }
    let name = arguments.first.flatMap { names.contains($0) ? $0 : nil }
    return "help \(name ?? DashboardCommand._commandName)"
  }
}

extension String {
  /// The text cleaned of control characters, with single spaces and no line breaks.
  var onOneLine: String {
    cleaned.split(separator: " ").joined(separator: " ")
  }
}
