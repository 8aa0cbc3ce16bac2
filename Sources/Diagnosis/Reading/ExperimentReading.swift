import Datasets
import Experiments
import Foundation
import Runs

/// The files of an experiment, as far as they can be read.
///
/// They are read together, as training reads them. When that fails, what the options ask of columns
/// that there are not is left out; when it fails again, each file is read alone.
struct ExperimentReading {
  /// The experiment, without options about columns that there are not.
  private(set) var configuration: DataConfiguration

  /// The files that could be read.
  private(set) var files: [ExaminedFile] = []

  /// The tables as training takes them; `nil` when it would not.
  private(set) var tables: [Runs.Split: Table]?

  /// What keeps files from being used.
  private(set) var errors: [DatasetError] = []

  /// Reads the files.
  init(of configuration: DataConfiguration) {
    self.configuration = configuration
    var names: [String: [String]] = [:]
    for path in Set(configuration.files.map(\.path)) where Self.canBeReadTwice(path) {
      names[path] = try? TableReader().columnNames(of: path)
    }
    let known = Set(names.values.joined())
    let relaxed = configuration.without(unknownTo: known)
    do {
      tables = try configuration.tables()
    } catch {
      errors.append(error)
      if relaxed != configuration { tables = try? relaxed.tables() }
      self.configuration = relaxed
    }
    for (split, path) in configuration.files {
      guard let table = tables?[split] ?? readAlone(path, names[path] ?? []) else { continue }
      files.append(
        ExaminedFile(
          split: split, path: path, names: names[path] ?? table.names, table: table,
          configuration: self.configuration))
    }
  }

  /// Whether a path is none of what comes only once: standard input, pipes.
  private static func canBeReadTwice(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return path != StandardInput.path }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// A file by itself, with as much of what the options ask for as can be had.
  private mutating func readAlone(_ path: String, _ names: [String]) -> Table? {
    var attempt = configuration.without(unknownTo: Set(names))
    do {
      return try attempt.tables(of: [path]).first
    } catch {
      if !errors.contains(error) { errors.append(error) }
    }
    attempt.numeric = []
    attempt.sampleWeight = nil
    attempt.preprocessing = PreprocessingOptions()
    if let table = try? attempt.tables(of: [path]).first { return table }
    attempt.sequence = nil
    attempt.categorical = []
    return try? attempt.tables(of: [path]).first
  }
}

extension DataConfiguration {
  /// The same without options about columns that are not among `names`.
  fileprivate func without(unknownTo names: Set<String>) -> DataConfiguration {
    var copy = self
    copy.categorical.removeAll { !names.contains($0) }
    copy.numeric.removeAll { !names.contains($0) || copy.categorical.contains($0) }
    copy.drop.removeAll { !names.contains($0) || $0 == target }
    if let sequence, ![sequence.series, sequence.step].allSatisfy(names.contains) {
      copy.sequence = nil
    }
    if let weight = sampleWeight, !names.contains(weight) || weight == target {
      copy.sampleWeight = nil
    }
    copy.preprocessing.keepColumns(names)
    return copy
  }
}

extension PreprocessingOptions {
  /// Forgets what is said of other columns than these.
  fileprivate mutating func keepColumns(_ names: Set<String>) {
    func kept<Value>(_ values: [String: Value]) -> [String: Value] {
      values.filter { names.contains($0.key) }
    }
    columnScalings = kept(columnScalings)
    columnClips = kept(columnClips)
    columnLimits = kept(columnLimits)
    dates = kept(dates)
    ordinals = kept(ordinals)
    hashes = kept(hashes)
  }
}
