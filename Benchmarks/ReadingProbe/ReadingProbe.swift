import Datasets
import Foundation

/// Reads files once, as one experiment does, and prints what it took: seconds, rows, columns and the
/// largest resident memory in kilobytes, before the reading and at the end.
///
/// A process for each reading, so that memory which an earlier one left behind helps no later one.
@main
struct ReadingProbe {
  static func main() throws {
    let before = largestResidentKilobytes()
    let began = ContinuousClock.now
    let tables = try TableReader().read(Array(CommandLine.arguments.dropFirst()))
    let took = ContinuousClock.now - began
    let rows = tables.reduce(0) { $0 + $1.rowCount }
    let columns = tables.first?.names.count ?? 0
    print(took / .seconds(1), rows, columns, before, largestResidentKilobytes())
  }

  /// What Linux calls `VmHWM`.
  private static func largestResidentKilobytes() -> Int {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}
