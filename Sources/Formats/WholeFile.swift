import Datasets
public import Foundation

/// Files that are read and written whole.
public enum WholeFile {
  /// Reads a file, unpacked where it is packed by gzip; `-` is standard input.
  ///
  /// - Throws: A ``FormatError`` when there is no such file, when it is none, or when it may not be read.
  public static func read(_ path: String) throws(FormatError) -> Data {
    do {
      return try FileContent.read(path)
    } catch {
      throw FormatError(file: path, problem: error.statement, remedy: error.remedy)
    }
  }

  /// Writes a file whole or not at all.
  ///
  /// The bytes go to a temporary file in the same folder and to the disk before it takes the name, so
  /// that neither a crash nor a full disk leaves half a file. A symbolic link is followed, even to a
  /// file that is not there yet.
  ///
  /// - Throws: A ``FormatError``, also when something other than a file has the name, such as a device;
  ///   what was there before is then as it was.
  public static func write(_ data: Data, to path: String) throws(FormatError) {
    let target = URL(fileURLWithPath: try writable(path))
    let folder = target.deletingLastPathComponent()
    let temporary = folder.appendingPathComponent(
      ".\(target.lastPathComponent.prefix(64)).\(UUID().uuidString).part"
    ).path
    // Created with the mode of any new file, so that the person's umask holds.
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    var isWritten = append(data, to: descriptor) && fsync(descriptor) == 0
    var problem = isWritten ? nil : failure(path)
    if close(descriptor) != 0, isWritten {
      isWritten = false
      problem = failure(path)
    }
    if isWritten, rename(temporary, target.path) != 0 { problem = failure(path) }
    if let problem {
      unlink(temporary)
      throw problem
    }
    synchronise(folder: folder.path)
  }

  /// The path behind symbolic links at which a file can be written.
  ///
  /// - Throws: A ``FormatError`` when the name is empty or that of something other than a file, which
  ///   would be lost if a file took its place.
  @discardableResult
  public static func writable(_ path: String) throws(FormatError) -> String {
    var target = path
    for _ in 0..<40 {
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: target) else {
        break
      }
      let folder = target.folderPath as NSString
      target = next.hasPrefix("/") ? next : folder.appendingPathComponent(next)
    }
    var status = stat()
    let isThere = stat(target, &status) == 0
    guard !target.isEmpty, !isThere || status.st_mode & S_IFMT == S_IFREG else {
      throw FormatError(
        file: path, problem: "is not the name of a file", remedy: "name a file in a folder")
    }
    return target
  }

  private static func append(_ data: Data, to descriptor: Int32) -> Bool {
    data.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = Foundation.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return false }
        rest = rest.dropFirst(written)
      }
      return true
    }
  }

  /// Makes the new name itself durable; a file system that cannot is no reason to fail.
  private static func synchronise(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  private static func failure(_ path: String) -> FormatError {
    FormatError(
      file: path, problem: "cannot be written (\(reason()))",
      remedy: "check the folder, its permissions and the space on the disk")
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
