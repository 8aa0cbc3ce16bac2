/// A setting altered while a run was going: a mark on the curves and a line in the journal.
public struct Change: Sendable, Equatable, Codable {
  /// The epoch in which it took effect, counted from 1.
  public var epoch: Int

  /// The first batch of that epoch that it applied to, counted from 1.
  public var batch: Int

  /// The setting before.
  public var old: Setting

  /// The setting since.
  public var new: Setting

  /// Creates a change.
  public init(epoch: Int, batch: Int, old: Setting, new: Setting) {
    self.epoch = epoch
    self.batch = batch
    self.old = old
    self.new = new
  }
}
