import Foundation

/// How one column of dates becomes inputs: its parts, those that turn as a sine and a cosine.
///
/// The other parts are numbers, standardised whatever other numbers are, but left as they are where
/// these are. A gap has the median of the numbers, and 0 for sine and cosine, which is no time at all.
struct DateFeature: Sendable, Codable, Equatable {
  /// A part of the dates.
  private struct Part: Sendable, Codable, Equatable {
    let part: DatePart
    /// The fitted number; nil for a part that turns.
    let number: NumericFeature?
  }

  let name: String
  private let parts: [Part]
  /// Whether missingness is an input: where there were gaps in fitting.
  let hasIndicator: Bool

  /// The parts that became inputs.
  var fitted: [DatePart] { parts.map(\.part) }

  var inputs: [InputDescription] {
    parts.flatMap { part in
      part.number?.inputs(.date(part.part)) ?? [
        InputDescription(column: name, part: .sine(part.part)),
        InputDescription(column: name, part: .cosine(part.part)),
      ]
    } + (hasIndicator ? [InputDescription(column: name, part: .missingIndicator)] : [])
  }

  /// Fits a column.
  ///
  /// - Parameters:
  ///   - name: the name of the column.
  ///   - column: its cells.
  ///   - parts: the parts that become inputs; none takes the usual ones. Those that do not vary are left
  ///     out either way.
  ///   - scales: whether numbers are scaled.
  /// - Returns: the feature.
  /// - Throws: `DatasetError` for a cell that is no date, and when every value is missing.
  static func fit(
    name: String, column: CategoricalColumn, parts: [DatePart], scales: Bool
  ) throws(DatasetError) -> DateFeature {
    let times = try times(of: column, name: name)
    let present = times.compactMap(\.self)
    guard !present.isEmpty else { throw DatasetError(.allMissing, column: name) }
    var fitted: [Part] = []
    for part in DatePart.allCases where (parts.isEmpty ? DatePart.usual : parts).contains(part) {
      let values = present.map { $0[part] }
      guard values.contains(where: { $0 != values[0] }) else { continue }
      let number =
        part.cycle == nil
        ? try NumericFeature.fit(name: name, values: values, scaling: scales ? .standard : .none)
          .feature : nil
      fitted.append(Part(part: part, number: number))
    }
    return DateFeature(name: name, parts: fitted, hasIndicator: present.count < times.count)
  }

  /// Writes the inputs of a column.
  ///
  /// - Returns: how many cells were cut.
  /// - Throws: `DatasetError` for a cell that is no date.
  func write(
    _ column: CategoricalColumn, clip: Double?, into block: InputBlock
  ) throws(DatasetError) -> CellCounts {
    let times = try Self.times(of: column, name: name)
    var counts = CellCounts()
    var block = block
    for part in parts {
      let values = times.map { $0?[part.part] ?? .nan }
      if let number = part.number {
        counts.clipped += try number.write(values, clip: clip, into: block).clipped
        block = block.dropping(number.inputs.count)
      } else if let (first, period) = part.part.cycle {
        for (row, value) in values.enumerated() where !value.isNaN {
          let angle = 2 * Double.pi * (value - first) / period
          block[row, 0] = Float(sin(angle))
          block[row, 1] = Float(cos(angle))
        }
        block = block.dropping(2)
      }
    }
    if hasIndicator {
      for (row, time) in times.enumerated() where time == nil { block[row, 0] = 1 }
    }
    return counts
  }

  /// The cells of a column as times; nil where a cell is missing.
  private static func times(
    of column: CategoricalColumn, name: String
  ) throws(DatasetError) -> [CalendarTime?] {
    let times = column.levels.map { CalendarTime($0) }
    return try column.codes.map { code throws(DatasetError) in
      guard code >= 0 else { return nil }
      guard let time = times[Int(code)] else {
        throw DatasetError(.notADate(column.levels[Int(code)]), column: name)
      }
      return time
    }
  }
}
