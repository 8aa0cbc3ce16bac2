/// How the rows of a batch are shared out between threads.
///
/// The plan follows from the network and the batch size alone, never from the machine: sums are
/// taken in the same order, and weights come out the same bits, however many processors there are.
struct ShardPlan: Equatable {
  /// One, or two where a step is long enough to be worth the handing over.
  let shards: Int

  /// The most rows of one shard.
  let maximumRows: Int

  /// Rows by weights from which on a step is shared out.
  ///
  /// Below it a step takes less than 50 microseconds or so, of which waiting for one another would
  /// take too large a part.
  private static let smallestWork = 200_000

  /// Shards but the last have a multiple of so many rows, as register blocks and random numbers do.
  private static let rowMultiple = 8

  /// The plan for a network of so many weights, each of which is used in every step of a sample.
  init(weights: Int, stepsPerSample: Int, batchSize: Int) {
    let isShared =
      batchSize >= 2 * ShardPlan.rowMultiple
      && Double(weights) * Double(stepsPerSample) * Double(batchSize)
        >= Double(ShardPlan.smallestWork)
    shards = isShared ? 2 : 1
    maximumRows =
      isShared
      ? ((batchSize + 1) / 2 + ShardPlan.rowMultiple - 1) / ShardPlan.rowMultiple
        * ShardPlan.rowMultiple
      : batchSize
  }

  /// The plan for a network while it is trained.
  init(_ stack: LayerStack, frozen: Set<String>, batchSize: Int) {
    let isWhole = stack.layers.contains { $0.needsWholeBatch && !$0.isFrozen(among: frozen) }
    self =
      isWhole
      ? .single(batchSize: batchSize)
      : ShardPlan(
        weights: stack.parameters.reduce(0) { $0 + $1.count },
        stepsPerSample: stack.inputShape.rowsPerSample, batchSize: batchSize)
  }

  /// All rows in one shard.
  static func single(batchSize: Int) -> ShardPlan {
    ShardPlan(shards: 1, maximumRows: batchSize)
  }

  private init(shards: Int, maximumRows: Int) {
    self.shards = shards
    self.maximumRows = maximumRows
  }

  /// The places of a shard's rows in a batch of `count` rows; those of the second may be none.
  func rows(ofShard shard: Int, in count: Int) -> Range<Int> {
    guard shards == 2 else { return 0..<count }
    let half = ((count + 1) / 2 + ShardPlan.rowMultiple - 1) / ShardPlan.rowMultiple
    let boundary = min(half * ShardPlan.rowMultiple, count)
    return shard == 0 ? 0..<boundary : boundary..<count
  }
}

extension NetworkArchitecture {
  /// The threads that a ``Trainer`` of batches of this size works on: 1 or 2.
  public func trainingThreads(frozen: Set<String> = [], batchSize: Int) -> Int {
    ShardPlan(LayerStack(self), frozen: frozen, batchSize: batchSize).shards
  }
}
