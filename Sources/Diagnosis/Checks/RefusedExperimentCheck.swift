import Experiments
import Runs

/// What training refuses although each option is in order by itself: a loss for another kind of
/// target, layers that do not fit together, weights of classes that there are not.
struct RefusedExperimentCheck: Check {
  let name = "refused-experiment"
  let why = "Training does not begin."

  func findings(in examination: Examination) -> [Finding] {
    examination.rehearsal.refusals.compactMap { refusal in
      switch refusal.stage {
      case .data: nil
      case .loss:
        Finding(
          check: "labels-against-loss", severity: .error, file: examination[.train]?.path,
          column: examination.configuration.data.target, message: refusal.message.asSentence,
          why: "The loss would be computed on labels that it is not defined for. " + why,
          action: "Take a loss that fits the target, or say by --task what the target is.")
      case .layers, .network, .classWeights:
        finding(
          .error, refusal.message.asSentence, action: "Correct the option that the message names.")
      }
    }
  }
}
