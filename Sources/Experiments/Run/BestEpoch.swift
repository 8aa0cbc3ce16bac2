/// The epoch with the lowest validation loss so far.
struct BestEpoch {
  /// The epoch, counted from 1; 0 before one was evaluated.
  private(set) var epoch = 0

  /// Its weights, when they are to be kept.
  private(set) var weights: [Float] = []

  private var loss = Double.infinity

  /// The epoch that patience is counted from, when a person asked to go on after it had run out.
  private var renewed = 0

  /// Takes down an epoch; one without a validation loss is passed over.
  mutating func note(epoch: Int, validationLoss: Double?, weights: [Float]?) {
    guard let validationLoss, validationLoss < loss else { return }
    loss = validationLoss
    self.epoch = epoch
    // Copied: a shared array would be copied by the trainer's next write, every epoch.
    if let weights {
      self.weights.removeAll(keepingCapacity: true)
      self.weights.append(contentsOf: weights)
    }
  }

  /// Whether so many epochs have passed without a better one.
  func isStale(at present: Int, after patience: Int) -> Bool {
    epoch > 0 && present - max(epoch, renewed) >= patience
  }

  /// Counts patience anew.
  mutating func renewPatience(at epoch: Int) {
    renewed = epoch
  }
}
