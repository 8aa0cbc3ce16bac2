/// Training that came to NaN or infinity, and was stopped there with the last good weights kept.
public struct Divergence: Sendable, Equatable, Codable, Error {
  /// The epoch, counted from 1.
  public var epoch: Int

  /// The batch of that epoch, counted from 1.
  public var batch: Int

  /// The data loss of that batch: NaN or infinite, or finite when it was a weight that was not.
  public var loss: Double

  /// The last epoch whose weights are good; 0 is the base.
  public var lastGoodEpoch: Int

  /// Creates a divergence.
  public init(epoch: Int, batch: Int, loss: Double, lastGoodEpoch: Int) {
    self.epoch = epoch
    self.batch = batch
    self.loss = loss
    self.lastGoodEpoch = lastGoodEpoch
  }

  /// Whether two divergences are the same; one loss that is NaN is equal to another.
  public static func == (left: Divergence, right: Divergence) -> Bool {
    (left.epoch, left.batch, left.lastGoodEpoch) == (right.epoch, right.batch, right.lastGoodEpoch)
      && (left.loss == right.loss || left.loss.isNaN && right.loss.isNaN)
  }

  /// What happened and what to try, in one sentence each.
  public var explanation: String {
    "training diverged at epoch \(epoch), batch \(batch): the loss is not finite; "
      + "the weights of epoch \(lastGoodEpoch) are kept. Try a lower learning rate, weaker penalties or scaled inputs."
  }
}
