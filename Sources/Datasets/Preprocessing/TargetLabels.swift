/// The values of the target in some tables.
struct TargetLabels {
  let columns: [Column]

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// The task when none is asked for.
  ///
  /// Ends at the first number that tells, so that a column of many is not gathered in memory.
  var usualTask: TaskKind {
    var distinct: Set<Double> = []
    for column in columns {
      guard case .numeric(let values) = column else { return .classification }
      for value in values where !value.isNaN {
        guard value == value.rounded() else { return .regression }
        if distinct.insert(value).inserted,
          distinct.count > TargetEncoder.largestNumberOfNumericClasses
        {
          return .regression
        }
      }
    }
    return .classification
  }

  /// Every value spelled as a class, in order.
  var classes: [String] {
    var numbers: Set<Double> = []
    var texts: Set<String> = []
    for column in columns {
      switch column {
      case .numeric(let values): numbers.formUnion(values.lazy.filter { !$0.isNaN })
      case .categorical(let column):
        for (level, count) in zip(column.levels, column.levelCounts) where count > 0 {
          texts.insert(isNumeric ? Self.spelling(ofText: level) : level)
        }
      }
    }
    return LevelOrder.sorted(texts.union(numbers.map(Self.spelling)))
  }

  /// Whether the first table has numbers, so that a class is told by its value.
  private var isNumeric: Bool { columns.first?.kind == .numeric }

  /// The spelling of a class that stands among text, where others are told by their value: `7` for
  /// `7.0`, and what is no number as it is.
  static func spelling(ofText text: String) -> String {
    guard let value = NumberParser.parse(text), value.isFinite else { return text }
    return spelling(value)
  }

  /// The shortest spelling of a number: `7`, `-3`, `0.5`, `1e+20`.
  static func spelling(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return "\(Int64(value))" }
    return "\(value)"
  }
}
