import ArgumentParser
import Datasets
import NeuralEngine

/// How fast this machine trains.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure how fast this machine trains.",
    discussion: """
      Trains networks of several sizes on random rows, in rounds, and prints the median rate with the \
      lowest and the highest. Large networks also tell which part they reach of the rate of a large \
      matrix product, which is the most that can be had.
      """)

  @Argument(
    help: ArgumentHelp(
      "Which ones: \(BenchCommand.names.joined(separator: ", ")). (default: all)",
      valueName: "case"),
    completion: .list(BenchCommand.names))
  var cases: [String] = []

  @Option(
    help: ArgumentHelp("How many rounds.", valueName: "number"),
    transform: wholeNumber(atLeast: 1))
  var rounds = 5

  @Option(
    help: ArgumentHelp(
      "Epochs of a case in a round. (default: as many as last 0.2 s)", valueName: "number"),
    transform: wholeNumber(atLeast: 1))
  var epochs: Int?

  @Option(
    help: ArgumentHelp(
      "Rows, or series, of an epoch. (default: those of the case)", valueName: "number"),
    transform: wholeNumber(atLeast: 1))
  var rows: Int?

  @Flag(help: "Write one JSON object.")
  var json = false

  private static let names = BenchCase.all.map(\.name)

  func validate() throws {
    for name in cases where !Self.names.contains(name) {
      throw ValidationError(
        "there is no case '\(name.cleaned)': the cases are \(Self.names.joined(separator: ", "))")
    }
    if let rows, let first = chosen.first(where: { $0.batchSize > rows }) {
      throw ValidationError(
        "--rows must fill a batch, which has \(first.batchSize) in case \(first.name)")
    }
  }

  /// The cases that were asked for, or all, in the order of their list.
  private var chosen: [BenchCase] {
    BenchCase.all.filter { cases.isEmpty || cases.contains($0.name) }.map { bench in
      var bench = bench
      bench.rows = rows ?? bench.rows
      return bench
    }
  }

  func run() throws {
    let error = OutputStream.error
    let showsProgress = error.isTerminal && !json
    let report = BenchRounds(cases: chosen, rounds: rounds, epochs: epochs).run { round in
      if showsProgress { try? error.write("\rround \(round) of \(rounds)\u{1B}[K") }
    }
    if showsProgress { try? error.write("\r\u{1B}[K") }
    if json {
      try OutputStream.standard.line(report.json.text)
    } else {
      try OutputStream.standard.write(report.text)
    }
  }
}
