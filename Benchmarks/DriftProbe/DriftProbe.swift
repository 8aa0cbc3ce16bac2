import Datasets
import Foundation
import Shift

/// Compares two files as `ridgeline drift` does, and prints what it took: seconds to read, seconds of
/// the statistics, and the largest resident memory in kilobytes after each.
///
/// A process for each comparison, so that memory which an earlier one left behind helps no later one.
@main
struct DriftProbe {
  static func main() throws {
    let began = ContinuousClock.now
    let tables = try TableReader().read(Array(CommandLine.arguments.dropFirst()))
    let read = ContinuousClock.now
    let memory = largestResidentKilobytes()
    let report = DriftReport.compare(reference: tables[0], current: tables[1])
    let ended = ContinuousClock.now
    precondition(report.features.count == tables[0].names.count)
    print(
      (read - began) / .seconds(1), (ended - read) / .seconds(1), memory, largestResidentKilobytes()
    )
  }

  /// What Linux calls `VmHWM`; that of `getrusage` may be of the process which started this one.
  private static func largestResidentKilobytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }
}
