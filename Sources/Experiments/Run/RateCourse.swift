import NeuralEngine
import Runs

/// The course of a run's learning rate: its schedule, and cuts when the validation loss stays.
///
/// It is a function of the steps made and the losses seen, so that a run that is trained again goes the
/// same way. The rate that a person sets is a factor beside it.
struct RateCourse {
  private let schedule: LearningRateSchedule
  private let patience: Int?
  private let cut: Double
  private var reduction = 1.0
  private var best = Double.infinity
  private var waited = 0

  /// What a loss has to be better by to count, as in Keras's ReduceLROnPlateau.
  private static let smallestGain = 1e-4

  /// Plans a run of `epochs` epochs of `batches` batches.
  init(_ settings: ScheduleSettings, batches: Int, epochs: Int) {
    func steps(_ epochs: Double) -> Int { Int(min(epochs * Double(batches), 1e15).rounded()) }
    let warmUp = steps(settings.warmUpEpochs)
    let kind: LearningRateSchedule.Kind =
      switch settings.name {
      case .constant: .constant
      case .step: .step
      case .exponential: .exponential
      case .cosine: .cosine
      }
    let span = steps(Double(settings.span ?? epochs)) - warmUp
    schedule = LearningRateSchedule(
      kind, decay: settings.decayRate,
      decaySteps: settings.name == .cosine ? span : steps(settings.decayEpochs),
      warmUpSteps: warmUp)
    patience = settings.plateauPatience
    cut = settings.plateauFactor
  }

  /// The factor of the rate in the step behind `step` others.
  func factor(behind step: Int) -> Double { schedule.factor(behind: step) * reduction }

  /// Takes down the validation loss of an epoch; one without is passed over.
  mutating func note(validationLoss: Double?) {
    guard let patience, let validationLoss else { return }
    if validationLoss < best - Self.smallestGain {
      best = validationLoss
      waited = 0
      return
    }
    waited += 1
    guard waited >= patience else { return }
    reduction *= cut
    waited = 0
  }
}
