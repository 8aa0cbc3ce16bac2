extension TableReader {
  /// Refuses a file that something else than a known delimiter seems to part.
  ///
  /// A file of one column is in order, whatever its name, as long as nothing else is asked of it.
  func checkDivision(of files: [TableFile]) throws(DatasetError) {
    let asked =
      [options.target].compactMap(\.self) + options.categorical + options.numeric + options.drop
      + (options.sequence?.names ?? [])
    for file in files where file.looksUndivided {
      try checkDivision(of: file, against: asked + files.flatMap(\.names))
    }
  }

  /// Refuses a file that seems undivided and lacks one of the names.
  func checkDivision(
    of file: TableFile, against names: some Sequence<String>
  ) throws(DatasetError) {
    guard file.looksUndivided, names.contains(where: { !file.names.contains($0) }) else { return }
    throw DatasetError(.undivided(file.names[0]), file: file.first.path)
  }
}

extension TableFile {
  /// Whether the only name holds what parts cells elsewhere: bars, spaces, colons.
  fileprivate var looksUndivided: Bool {
    first is CSVFile && names.count == 1 && names[0].contains { "|: ".contains($0) }
  }
}
