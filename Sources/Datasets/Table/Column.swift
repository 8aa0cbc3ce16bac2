/// What the cells of a column are.
public enum ColumnKind: String, Sendable, Codable {
  /// Every present cell is a number.
  case numeric

  /// The cells are names of categories.
  case categorical
}

/// The cells of one column.
public enum Column: Sendable, Equatable {
  /// Numbers, correctly rounded from their text; NaN is a missing cell, infinities do not occur.
  case numeric([Double])

  /// Categories in the spelling of the file.
  case categorical(CategoricalColumn)

  /// Whether two columns hold the same cells; missing cells are equal to one another.
  public static func == (first: Column, second: Column) -> Bool {
    switch (first, second) {
    case (.numeric(let first), .numeric(let second)):
      first.elementsEqual(second) { $0 == $1 || ($0.isNaN && $1.isNaN) }
    case (.categorical(let first), .categorical(let second)): first == second
    default: false
    }
  }
}

extension Column {
  /// Whether the cells are numbers or categories.
  public var kind: ColumnKind {
    switch self {
    case .numeric: .numeric
    case .categorical: .categorical
    }
  }

  /// The number of cells, missing ones included.
  public var count: Int {
    switch self {
    case .numeric(let values): values.count
    case .categorical(let column): column.codes.count
    }
  }

  /// The number of missing cells.
  public var missingCount: Int {
    switch self {
    case .numeric(let values): values.reduce(0) { $0 + ($1.isNaN ? 1 : 0) }
    case .categorical(let column): column.codes.reduce(0) { $0 + ($1 < 0 ? 1 : 0) }
    }
  }

  /// The cells at `rows`, in that order.
  ///
  /// - Precondition: every element of `rows` is in `0..<count`.
  func selecting(rows: [Int]) -> Column {
    switch self {
    case .numeric(let values): .numeric(values.selecting(rows))
    case .categorical(let column):
      .categorical(CategoricalColumn(codes: column.codes.selecting(rows), levels: column.levels))
    }
  }
}
