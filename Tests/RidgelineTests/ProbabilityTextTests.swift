import Shift
import TerminalUI
import Testing

/// A sentence and the table beside it are made in two modules, neither of which knows the other.
@Suite struct ProbabilityTextTests {
  @Test func aProbabilityIsWrittenInOneWay() {
    // The places where the writing changes, and what lies between them.
    let special = [
      0, 1e-300, 1e-10, 9.9999e-10, 1e-9, 4.9999e-4, 5e-4, 0.0994999, 0.0995, 0.995, 1,
    ]
    let between = (0...400).map { 1 / (1 + Double($0 * $0 * $0)) }
    for p in special + between {
      for isApproximate in [false, true] {
        #expect(
          DriftSentence.probability(p, isApproximate: isApproximate)
            == NumberText.probability(p, isApproximate: isApproximate), "\(p)")
      }
    }
  }
}
