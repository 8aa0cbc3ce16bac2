/// Divides rows into those to learn from and those held out, as indices in ascending order.
///
/// Of `count` rows `floor(count * (1 - share))` are kept, as Keras does, and at least one.
public enum Split {
  /// Holds out a share of each class.
  ///
  /// Each class gives its share rounded down; what is lacking to the total is given by the classes
  /// with the largest remainders, ties drawn by chance. A class keeps at least one row, as long as
  /// the total can be had otherwise.
  ///
  /// - Parameters:
  ///   - labels: the class of each row.
  ///   - share: the share to hold out, in `0..<1`.
  ///   - generator: draws the rows.
  /// - Returns: the rows to learn from and those held out.
  /// - Precondition: `share` is in `0..<1`.
  public static func stratified(
    labels: [Int32], share: Double, using generator: inout some RandomNumberGenerator
  ) -> (kept: [Int], heldOut: [Int]) {
    let total = heldOutCount(of: labels.count, share: share)
    let rowsOfClass = Dictionary(grouping: labels.indices, by: { labels[$0] })
      .sorted { $0.key < $1.key }.map(\.value)
    let quotas = quotas(
      sizes: rowsOfClass.map(\.count), total: total, rows: labels.count, using: &generator)
    var heldOut: [Int] = []
    for (rows, quota) in zip(rowsOfClass, quotas) {
      heldOut += firstShuffled(quota, of: rows, using: &generator)
    }
    return divide(labels.count, heldOut: heldOut)
  }

  /// Holds out a share of the rows, drawn by chance.
  ///
  /// - Precondition: `share` is in `0..<1`.
  public static func random(
    count: Int, share: Double, using generator: inout some RandomNumberGenerator
  ) -> (kept: [Int], heldOut: [Int]) {
    let total = heldOutCount(of: count, share: share)
    return divide(
      count, heldOut: firstShuffled(total, of: Array(0..<count), using: &generator))
  }

  /// Holds out the last rows, as Keras's `validation_split` does.
  ///
  /// - Precondition: `share` is in `0..<1`.
  public static func tail(count: Int, share: Double) -> (kept: [Int], heldOut: [Int]) {
    let kept = count - heldOutCount(of: count, share: share)
    return (Array(0..<kept), Array(kept..<count))
  }
}

extension Split {
  private static func heldOutCount(of count: Int, share: Double) -> Int {
    precondition(share >= 0 && share < 1, "a share of \(share) cannot be held out")
    let kept = Int((Double(count) * (1 - share)).rounded(.down))
    return count - min(count, max(kept, 1))
  }

  /// The first elements of `rows.shuffled(using:)`; as many numbers are drawn.
  ///
  /// Those behind are not put in order: of many rows that takes longer than all else of reading a file,
  /// because each swap waits for memory.
  static func firstShuffled(
    _ count: Int, of rows: [Int], using generator: inout some RandomNumberGenerator
  ) -> ArraySlice<Int> {
    var rows = rows
    for place in 0..<max(rows.count - 1, 0) {
      let other = place + draw(below: rows.count - place, using: &generator)
      if place < count { rows.swapAt(place, other) }
    }
    return rows.prefix(count)
  }

  /// `Int.random(in: 0..<bound)`, which is slow here: its code is made for any generator (Lemire 2019,
  /// "Fast random integer generation in an interval").
  @inline(__always)
  private static func draw(
    below bound: Int, using generator: inout some RandomNumberGenerator
  ) -> Int {
    let bound = UInt64(bound)
    var product = generator.next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let biased = (0 &- bound) % bound
      while product.low < biased { product = generator.next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  private static func divide(
    _ count: Int, heldOut: some Sequence<Int>
  ) -> (kept: [Int], heldOut: [Int]) {
    var isHeldOut = [Bool](repeating: false, count: count)
    var heldOutCount = 0
    for row in heldOut {
      isHeldOut[row] = true
      heldOutCount += 1
    }
    var rows = 0
    func next(_ wanted: Bool) -> Int {
      while isHeldOut[rows] != wanted { rows += 1 }
      rows += 1
      return rows - 1
    }
    let kept = [Int](count: count - heldOutCount) { kept in
      for index in kept.indices { kept[index] = next(false) }
    }
    rows = 0
    let others = [Int](count: heldOutCount) { others in
      for index in others.indices { others[index] = next(true) }
    }
    return (kept, others)
  }

  /// How many rows each class gives; the sum is `total`.
  private static func quotas(
    sizes: [Int], total: Int, rows: Int, using generator: inout some RandomNumberGenerator
  ) -> [Int] {
    guard total > 0 else { return sizes.map { _ in 0 } }
    let exact = sizes.map { Double($0) * Double(total) / Double(rows) }
    var quotas = zip(exact, sizes).map { min(Int($0), max($1 - 1, 0)) }
    var lacking = total - quotas.reduce(0, +)
    let ties = Array(sizes.indices).shuffled(using: &generator)
    let byRemainder = ties.sorted {
      exact[$0] - exact[$0].rounded(.down) > exact[$1] - exact[$1].rounded(.down)
    }
    // First leave every class a row, then, when that cannot be, take the last ones too.
    for reserve in [1, 0] {
      while lacking > 0 {
        let open = byRemainder.filter { quotas[$0] < sizes[$0] - reserve }
        guard !open.isEmpty else { break }
        for index in open.prefix(lacking) { quotas[index] += 1 }
        lacking -= min(lacking, open.count)
      }
    }
    return quotas
  }
}
