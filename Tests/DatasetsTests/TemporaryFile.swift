import Foundation

/// Runs `body` with the path of a file that holds `bytes` and is gone afterwards.
func withTemporaryFile<Result>(
  _ bytes: some Sequence<UInt8>, _ body: (String) throws -> Result
) throws -> Result {
  let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
  defer { try? FileManager.default.removeItem(at: url) }
  try Data(bytes).write(to: url)
  return try body(url.path())
}

/// Runs `body` with the path of a file that holds `text` and is gone afterwards.
func withTemporaryFile<Result>(
  _ text: String, _ body: (String) throws -> Result
) throws -> Result {
  try withTemporaryFile(text.utf8, body)
}

/// Runs `body` with the paths of two files that are gone afterwards.
func withTemporaryFiles<Result>(
  _ first: String, _ second: String, _ body: (String, String) throws -> Result
) throws -> Result {
  try withTemporaryFile(first) { first in
    try withTemporaryFile(second) { second in try body(first, second) }
  }
}
