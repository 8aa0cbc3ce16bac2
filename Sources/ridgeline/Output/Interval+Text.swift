import Shift
import TerminalUI

extension Interval {
  /// Both ends, as shares: `.885 to .972`.
  ///
  /// They are seldom equally far from the number between them.
  var text: String { "\(NumberText.share(low)) to \(NumberText.share(high))" }
}
