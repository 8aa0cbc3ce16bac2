import NeuralEngine
import Runs

/// Trains a base: without a penalty, ended when the loss on held-out rows no longer falls.
///
/// Without rows to hold out the mean loss of the epoch takes their place.
struct BaseTraining {
  /// How the training went.
  struct Outcome {
    /// The epochs that were trained.
    var epochs: Int

    /// Whether it came to NaN or infinity; the best weights before that are kept.
    var diverged: Bool
  }

  let recipe: BaseRecipe
  let gate: Gate

  /// Trains `network` and leaves the best weights in it.
  ///
  /// - Parameter network: A network with its initial weights.
  /// - Returns: How it went, or `nil` when the session was told to stop.
  func train(_ network: Network) -> Outcome? {
    let (rows, heldOutRows) = recipe.divided()
    let samples = rows.makeSamples()
    let heldOut = heldOutRows?.makeSamples()
    var order = EpochOrder(
      count: samples.count, batchSize: recipe.batchSize, seed: recipe.seed,
      shuffles: recipe.shuffles)
    let trainer = Trainer(
      network: network, loss: recipe.loss, optimizer: recipe.optimizer,
      batchSize: order.batchSize, seed: recipe.seed)
    trainer.classWeights = recipe.classWeights
    var best = (epoch: 0, loss: Double.infinity, weights: [Float]())
    network.copyWeights(into: &best.weights)
    var outcome = Outcome(epochs: 0, diverged: false)
    gate.progress.batchesPerEpoch = order.batches
    while outcome.epochs < recipe.epochs, outcome.epochs - best.epoch < BaseRecipe.patience {
      let epoch = outcome.epochs + 1
      gate.progress.phase = .trainingBase(epoch: epoch, of: recipe.epochs)
      guard var loss = trainEpoch(epoch, trainer, samples, &order) else { return nil }
      if let heldOut, loss.isFinite {
        loss = network.evaluate(heldOut, loss: recipe.loss).dataLoss
      }
      guard loss.isFinite else {
        outcome.diverged = true
        break
      }
      outcome.epochs = epoch
      if loss < best.loss {
        best.epoch = epoch
        best.loss = loss
        network.copyWeights(into: &best.weights)
      }
    }
    network.setWeights(best.weights)
    return outcome
  }

  /// Trains an epoch.
  ///
  /// - Returns: Its mean loss, not finite when training diverged; `nil` when told to stop.
  private func trainEpoch(
    _ epoch: Int, _ trainer: Trainer, _ samples: Samples, _ order: inout EpochOrder
  ) -> Double? {
    var totals = EpochTotals()
    order.draw(epoch: epoch)
    for batch in 0..<order.batches {
      gate.progress.batch = batch
      if gate.pass() == .stop { return nil }
      // The base is the same whatever is asked for meanwhile; a run begins when it is there.
      gate.control.clearRestart()
      let result = order.withBatch(batch) { trainer.step(samples, rows: $0) }
      guard result.isFinite else { return .nan }
      totals.add(result)
    }
    return totals.meanDataLoss
  }
}
