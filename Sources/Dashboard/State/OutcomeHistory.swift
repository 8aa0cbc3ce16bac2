import Runs

/// How a run did on the single rows of test, epoch by epoch; of long runs every second epoch, every fourth, ...
struct OutcomeHistory: Sendable, Equatable {
  /// An epoch and its outcomes.
  struct Entry: Sendable, Equatable {
    var epoch: Int
    var outcomes: RowOutcomes
  }

  /// What is kept, in ascending order of epochs.
  private(set) var entries: [Entry] = []

  private var stride = 1

  /// Adds an epoch, and lets go of what stands too close by now.
  mutating func append(_ outcomes: RowOutcomes, epoch: Int) {
    // What was the end of a run before it went on need not be a whole number of steps.
    if let last = entries.last, !last.epoch.isMultiple(of: stride) { entries.removeLast() }
    let stride = RowOutcomes.epochStride(at: epoch)
    if stride != self.stride {
      self.stride = stride
      entries.removeAll { !$0.epoch.isMultiple(of: stride) }
    }
    entries.append(Entry(epoch: epoch, outcomes: outcomes))
  }

  /// The entries of later epochs.
  ///
  /// - Complexity: Logarithmic in the number of epochs.
  func entries(after epoch: Int) -> ArraySlice<Entry> {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].epoch <= epoch { low = middle + 1 } else { high = middle }
    }
    return entries[low...]
  }

  /// The outcomes of an epoch, if they are kept.
  subscript(epoch: Int) -> RowOutcomes? {
    entries(after: epoch - 1).first.flatMap { $0.epoch == epoch ? $0.outcomes : nil }
  }
}
