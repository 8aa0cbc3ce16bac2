import Datasets
import Foundation

/// How often samples agree by chance, for columns of few different values.
enum Coincidence {
  /// By how much the number found has to exceed the one expected: columns that depend on one
  /// another coincide more often than their chances say.
  static let factor = 2.0

  /// The chance that two samples agree in every column, and series in every step, if all of these
  /// were independent.
  static func chance(
    of columns: [String], in file: ExaminedFile, _ other: ExaminedFile
  ) -> Double {
    let ofRows = columns.reduce(1.0) { chance, column in
      let chances = [file, other].compactMap { $0.profile(column)?.collision }
      return chance * (chances.max() ?? 1)
    }
    let steps = [file, other].compactMap { $0.lengths?.min() }.min() ?? 1
    return pow(ofRows, Double(steps))
  }
}

extension Examination {
  /// The columns by which rows are compared: all that every file has, without identifiers.
  var columnsThatTellRowsApart: [String] {
    let identifiers = Set(identifiers.map(\.column))
    return featuresAndTarget.filter { column in
      !identifiers.contains(column) && files.allSatisfy { $0.table[column] != nil }
    }
  }
}
