import Datasets
import Foundation
import Formats

/// Checks before the work that a file can be written after it, by writing a trial file beside it.
///
/// - Parameters:
///   - path: The file that will be written.
///   - inputs: Files that are read, and must not be written over.
/// - Throws: A `Failure` or an error of the format that says what stands in the way.
func checkWritable(_ path: String, inputs: [String?]) throws {
  let files = FileManager.default
  let folder = path.folderPath
  let place = folder.isEmpty ? "." : folder
  var isFolder: ObjCBool = false
  guard files.fileExists(atPath: place, isDirectory: &isFolder), isFolder.boolValue else {
    throw Failure("\(path): there is no folder \(place); make it first")
  }
  if files.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
    throw Failure("\(path): this is a folder; name a file in it")
  }
  let target = try WholeFile.writable(path)
  for input in inputs.compactMap(\.self) where isSameFile(target, input) {
    throw Failure("\(path): this file is read by the run; save to another one")
  }
  try tryToWrite(path, at: target)
}

private func isSameFile(_ one: String, _ other: String) -> Bool {
  var first = stat()
  var second = stat()
  return stat(one, &first) == 0 && stat(other, &second) == 0
    && first.st_dev == second.st_dev && first.st_ino == second.st_ino
}

/// Makes a file of the same length of name in the same folder, and takes it away again.
private func tryToWrite(_ path: String, at target: String) throws(Failure) {
  let folder = target.folderPath
  let name = String(repeating: "_", count: target.fileName.utf8.count)
  let trial = (folder as NSString).appendingPathComponent(name)
  let descriptor = open(trial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  if descriptor >= 0 {
    close(descriptor)
    unlink(trial)
  } else if errno != EEXIST {
    throw Failure("\(path): cannot be written (\(String(cString: strerror(errno))))")
  }
}
