// Foundation's own components of a path end the program for a name of one character.
extension String {
  /// The folder of the file that the path names: `a/b` for `a/b/c`, empty for a name alone.
  ///
  /// Slashes at the end do not count.
  public var folderPath: String {
    let end = pathWithoutSlashesAtEnd
    guard let slash = end.lastIndex(of: "/") else { return hasPrefix("/") ? "/" : "" }
    let folder = String(end[..<slash]).pathWithoutSlashesAtEnd
    return folder.isEmpty ? "/" : String(folder)
  }

  /// The name of the file that the path names: `c` for `a/b/c`.
  public var fileName: String {
    let end = pathWithoutSlashesAtEnd
    return String(end[(end.lastIndex(of: "/").map { end.index(after: $0) } ?? end.startIndex)...])
  }

  private var pathWithoutSlashesAtEnd: Substring {
    self[..<(lastIndex { $0 != "/" }.map { index(after: $0) } ?? startIndex)]
  }
}
