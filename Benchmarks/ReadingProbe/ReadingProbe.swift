import Datasets
import Foundation

/// Reads files once, as one experiment does, and prints what it took: seconds, rows, columns and the
/// largest resident memory in kilobytes.
///
/// A process for each reading, so that memory which an earlier one left behind helps no later one.
@main
struct ReadingProbe {
  static func main() throws {
    let began = ContinuousClock.now
    let tables = try TableReader().read(Array(CommandLine.arguments.dropFirst()))
    let took = ContinuousClock.now - began
    let rows = tables.reduce(0) { $0 + $1.rowCount }
    print(took / .seconds(1), rows, tables.first?.names.count ?? 0, largestResidentKilobytes())
  }

  /// What Linux calls `VmHWM`; that of `getrusage` may be of the process which started this one.
  private static func largestResidentKilobytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }
}
