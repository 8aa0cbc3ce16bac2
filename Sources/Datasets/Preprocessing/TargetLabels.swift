/// The distinct values of the target in some tables.
struct TargetLabels {
  private var numbers: Set<Double> = []
  private var texts: Set<String> = []

  init(_ columns: [Column]) {
    for column in columns {
      switch column {
      case .numeric(let values): numbers.formUnion(values.lazy.filter { !$0.isNaN })
      case .categorical(let column):
        for (level, count) in zip(column.levels, column.levelCounts) where count > 0 {
          texts.insert(level)
        }
      }
    }
  }

  var areNumbers: Bool { texts.isEmpty }

  /// The task when none is asked for.
  var usualTask: TaskKind {
    let areClasses =
      !areNumbers
      || (numbers.count <= TargetEncoder.largestNumberOfNumericClasses
        && numbers.allSatisfy { $0 == $0.rounded() })
    return areClasses ? .classification : .regression
  }

  /// Every value spelled as a class, in order.
  var classes: [String] {
    LevelOrder.sorted(texts.union(numbers.map(Self.spelling)))
  }

  /// The shortest spelling of a number: `7`, `-3`, `0.5`, `1e+20`.
  static func spelling(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return "\(Int64(value))" }
    return "\(value)"
  }
}
