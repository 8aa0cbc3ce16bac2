import Foundation

/// Makes a folder and those above it, for this user alone where they are new.
///
/// - Throws: Foundation's error when it cannot be made.
func makeFolder(_ path: String) throws {
  try FileManager.default.createDirectory(
    atPath: path, withIntermediateDirectories: true,
    attributes: [.posixPermissions: 0o700])
}

/// Checks before the work that a file can be written after it.
///
/// - Throws: A `Failure` that says what stands in the way.
func checkWritable(_ path: String) throws(Failure) {
  let files = FileManager.default
  let folder = (path as NSString).deletingLastPathComponent
  let place = folder.isEmpty ? "." : folder
  var isFolder: ObjCBool = false
  guard files.fileExists(atPath: place, isDirectory: &isFolder), isFolder.boolValue else {
    throw Failure("\(path): there is no folder \(place); make it first")
  }
  if files.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
    throw Failure("\(path): this is a folder; name a file in it")
  }
  guard files.isWritableFile(atPath: place) else {
    throw Failure("\(path): the folder \(place) cannot be written to")
  }
}
