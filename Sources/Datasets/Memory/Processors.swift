import Foundation

/// The processors of the machine.
package enum Processors {
  /// How many are in use by the system; 1 where it does not tell.
  package static var count: Int { max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1) }
}
