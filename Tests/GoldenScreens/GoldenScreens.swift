internal import Foundation
public import TerminalUI
public import Testing

/// Compares a screen with the one that was recorded under a name, its glyphs and its styles.
///
/// The recorded screens lie in `Snapshots` beside the test's file: `NAME.txt` holds the text, a rule
/// and the style layer. With `RECORD_SNAPSHOTS=1` in the environment they are written anew. A screen
/// that was never recorded is recorded and fails, so that it is looked at before it is kept.
///
/// - Parameters:
///   - screen: What was drawn.
///   - name: The recorded screen's name.
///   - location: The place in the test that is told about a difference.
///   - filePath: The test's file.
public func expectGolden(
  _ screen: Screen, _ name: String, at location: SourceLocation = #_sourceLocation,
  filePath: StaticString = #filePath
) {
  let folder = URL(fileURLWithPath: "\(filePath)").deletingLastPathComponent()
    .appendingPathComponent("Snapshots")
  let file = folder.appendingPathComponent("\(name).txt")
  let actual = GoldenScreen(screen).text
  let recorded = try? String(contentsOf: file, encoding: .utf8)
  if recorded == actual { return }
  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
  guard let recorded, !isRecording else {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try actual.write(to: file, atomically: true, encoding: .utf8)
    } catch {
      Issue.record("\(name): cannot be recorded: \(error)", sourceLocation: location)
    }
    if recorded == nil {
      Issue.record(
        "\(name): recorded for the first time; look at it and run again", sourceLocation: location)
    }
    return
  }
  Issue.record(
    "\(GoldenScreen.difference(recorded: recorded, actual: actual, name: name))",
    sourceLocation: location)
}
