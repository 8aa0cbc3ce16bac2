import Datasets
import NeuralEngine
import Runs

/// The newest good weights, put up by the training thread and read by any other.
///
/// Putting up swaps two arrays and taking counts a reference: nobody holds the lock while numbers
/// are copied. An array that a reader still has is copied when the trainer writes to it next.
final class ModelBoard: Sendable {
  /// What the weights of a session belong to.
  struct Frame: Sendable {
    var architecture: NetworkArchitecture
    var pipeline: Pipeline
    var target: TargetEncoder
    var loss: LossFunction?
    var sequence: SeriesColumns?
    var sampleWeight: String?

    /// The rows that say how sure a classifier may be; `nil` when there are none.
    var validation: SplitData?
  }

  /// Weights, where they come from, and what is to be looked at in them.
  struct Notice: Sendable {
    var run = 0
    var epoch = 0
    var weights: [Float] = []
    var observation = Observation()

    /// Changes with each notice.
    var revision = 0
  }

  private struct Contents: Sendable {
    var frame: Frame?
    var notice = Notice()
    var isClosed = false
  }

  private let contents = Monitor(Contents())

  /// Says what the weights belong to; comes before the first ``put(_:run:epoch:)``.
  func describe(_ frame: Frame) {
    contents.withLock { $0.frame = frame }
  }

  /// Puts up weights; `weights` is then an older array, to be written over.
  func put(_ weights: inout [Float], run: Int, epoch: Int) {
    contents.update { contents in
      swap(&contents.notice.weights, &weights)
      contents.notice.run = run
      contents.notice.epoch = epoch
      contents.notice.revision += 1
    }
  }

  /// Says what is to be looked at.
  func observe(_ observation: Observation) {
    contents.update {
      $0.notice.observation = observation
      $0.notice.revision += 1
    }
  }

  /// Nothing more will be put up.
  func close() {
    contents.update { $0.isClosed = true }
  }

  /// Whether nothing more will be put up.
  var isClosed: Bool { contents.withLock { $0.isClosed } }

  /// What is up.
  var notice: Notice { contents.withLock { $0.notice } }

  /// Sleeps until there are weights with another revision than the one given.
  ///
  /// - Returns: The notice, or `nil` when the board is closed.
  func waitForNotice(after revision: Int) -> Notice? {
    contents.wait { contents -> Notice?? in
      if contents.isClosed { return .some(nil) }
      // Spelled out: `condition ? notice : nil` would be "some nothing", which ends the waiting.
      guard contents.notice.revision != revision, !contents.notice.weights.isEmpty else {
        return .none
      }
      return .some(contents.notice)
    } ?? nil
  }

  /// The weights that are up, as a model; `nil` before there are any.
  func trainedModel() -> TrainedModel? {
    let (frame, weights) = contents.withLock { ($0.frame, $0.notice.weights) }
    guard let frame, !weights.isEmpty else { return nil }
    let network = Network(
      frame.architecture, maximumBatch: SessionRunner.evaluationRows, seed: 0)
    network.setWeights(weights)
    return TrainedModel(
      architecture: frame.architecture, weights: network.weights, pipeline: frame.pipeline,
      target: frame.target, loss: frame.loss, sequence: frame.sequence,
      sampleWeight: frame.sampleWeight,
      temperature: frame.validation.flatMap {
        network.temperature(on: $0, classes: frame.target.classes.count)
      })
  }
}
