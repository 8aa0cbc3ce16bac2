/// How one column of ordered categories becomes a number: the place of the category in the order, from 0.
///
/// The number is scaled as numbers are. A category that is not in the order counts as a gap.
struct OrdinalFeature: Sendable, Codable, Equatable {
  /// The categories, from the lowest on.
  let levels: [String]

  /// The number; it bears the name of the column.
  var number: NumericFeature

  /// Fits a column.
  ///
  /// - Parameters:
  ///   - name: the name of the column.
  ///   - column: its cells.
  ///   - order: the categories, from the lowest on; none takes those that occur, in their usual order.
  ///   - options: how the number is scaled.
  /// - Returns: the feature and its number in each row, with gaps filled.
  /// - Throws: `DatasetError` when every value is missing, for a category that is not in the order, and
  ///   as numbers are fitted.
  static func fit(
    name: String, column: CategoricalColumn, order: [String], options: PreprocessingOptions
  ) throws(DatasetError) -> (feature: OrdinalFeature, filled: [Double]) {
    let occurring = zip(column.levels, column.levelCounts).filter { $0.1 > 0 }.map(\.0)
    if !order.isEmpty, let level = occurring.first(where: { !order.contains($0) }) {
      throw DatasetError(.notInOrder(level), column: name)
    }
    let levels = order.isEmpty ? LevelOrder.sorted(occurring) : order
    let (number, filled) = try NumericFeature.fit(
      name: name, values: places(of: column, in: levels), scaling: options.scaling(of: name),
      limits: options.limits(of: name))
    return (OrdinalFeature(levels: levels, number: number), filled)
  }

  /// Writes the inputs of a column.
  ///
  /// - Returns: how many cells were cut, and how many hold a category that is not in the order.
  /// - Throws: `DatasetError` for a number that no `Float` holds.
  func write(
    _ column: CategoricalColumn, clip: Double?, into block: InputBlock
  ) throws(DatasetError) -> CellCounts {
    let places = Self.places(of: column, in: levels)
    var counts = try number.write(places, clip: clip, into: block)
    counts.unseen = zip(column.codes, places).reduce(0) { $0 + ($1.0 >= 0 && $1.1.isNaN ? 1 : 0) }
    return counts
  }

  private static func places(of column: CategoricalColumn, in levels: [String]) -> [Double] {
    let placeOfLevel = Dictionary(
      levels.enumerated().map { ($1, Double($0)) }, uniquingKeysWith: { first, _ in first })
    let places = column.levels.map { placeOfLevel[$0] ?? .nan }
    return column.codes.map { $0 < 0 ? .nan : places[Int($0)] }
  }
}
