import Foundation

/// Makes a folder and those above it, for this user alone where they are new.
///
/// - Throws: Foundation's error when it cannot be made.
func makeFolder(_ path: String) throws {
  try FileManager.default.createDirectory(
    atPath: path, withIntermediateDirectories: true,
    attributes: [.posixPermissions: 0o700])
}
