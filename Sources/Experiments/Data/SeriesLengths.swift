/// How many steps each series of a table has, whose rows are the steps of one series after another.
struct SeriesLengths: Sendable, Equatable {
  /// The steps that the network has room for: those of the longest series of all files.
  var room: Int

  /// The steps of each series.
  let steps: [Int]

  /// For each series the row of its first step, and behind them the number of rows.
  private let starts: [Int]

  init(_ steps: [Int], room: Int? = nil) {
    self.steps = steps
    self.room = room ?? max(steps.max() ?? 1, 1)
    starts = steps.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }

  /// The rows of the given series, in the given order.
  func rows(of series: [Int]) -> [Int] {
    series.flatMap { Array(starts[$0]..<starts[$0 + 1]) }
  }

  /// The rows that are step number `step` of their series, from 0 on; shorter series have none.
  func rows(ofStep step: Int) -> [Int] {
    steps.indices.compactMap { steps[$0] > step ? starts[$0] + step : nil }
  }

  /// The given series, in the given order.
  func selecting(_ series: [Int]) -> SeriesLengths {
    SeriesLengths(series.map { steps[$0] }, room: room)
  }

  /// The steps of each series, when one does not fill the room.
  var uneven: [Int]? { steps.allSatisfy { $0 == room } ? nil : steps }
}

extension SeriesLengths? {
  /// The rows that samples of these numbers consist of: series of steps, or the rows themselves.
  func rows(of samples: [Int]) -> [Int] {
    self?.rows(of: samples) ?? samples
  }
}
