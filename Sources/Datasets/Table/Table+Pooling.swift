extension Table {
  /// The rows of this table, and behind them those of another.
  ///
  /// - Parameter other: A table with columns of the same names.
  /// - Returns: The columns that both tables have and that are of one kind in both, in the order of
  ///   this one.
  public func pooled(with other: Table) -> Table {
    let pooled = zip(names, columns).compactMap { name, column in
      other[name].flatMap(column.followed(by:)).map { (name: name, column: $0) }
    }
    return Table(
      source: source, names: pooled.map(\.name), columns: pooled.map(\.column),
      rowCount: rowCount + other.rowCount)
  }
}

extension Column {
  /// The cells of this column and behind them those of another; `nil` when their kinds differ.
  fileprivate func followed(by other: Column) -> Column? {
    switch (self, other) {
    case (.numeric(let first), .numeric(let second)): return .numeric(first + second)
    case (.categorical(let first), .categorical(let second)):
      let levels = LevelOrder.sorted(first.levels + second.levels)
      let places = Dictionary(
        zip(levels, levels.indices.map { Int32($0) }), uniquingKeysWith: { place, _ in place })
      let codes = [first, second].flatMap { column in
        let renumbered = column.levels.map { places[$0] ?? -1 }
        return column.codes.map { $0 < 0 ? -1 : renumbered[Int($0)] }
      }
      return .categorical(CategoricalColumn(codes: codes, levels: levels))
    default: return nil
    }
  }
}
