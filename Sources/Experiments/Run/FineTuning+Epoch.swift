import NeuralEngine
import Runs

extension FineTuning {
  /// Rests as the pace asks after the epoch before, trains one epoch, evaluates and posts it.
  ///
  /// The rest stands in front, so that no run is kept from its end by it.
  func trainEpoch() throws(Leave) {
    if let epochStart { gate.rest(sinceStart: epochStart) }
    let begin = MonotonicTime.now
    epochStart = begin
    let waitedBefore = gate.secondsWaited
    if start == nil { (start, waitedAtStart) = (begin, waitedBefore) }
    var totals = EpochTotals()
    order.draw(epoch: epoch + 1)
    for batch in 0..<order.batches {
      gate.progress.batch = batch
      if let exit = gate.pass() { throw .exit(exit) }
      putSettingsInForce(batch: batch + 1)
      trainer.learningRate =
        inForce.learningRate * course.factor(behind: epoch * order.batches + batch)
      let result = order.withBatch(batch) { trainer.step(samples, rows: $0) }
      guard result.isFinite else { throw divergence(batch: batch + 1, loss: result.dataLoss) }
      totals.add(result)
    }
    let waited = gate.secondsWaited - waitedBefore
    let seconds = MonotonicTime.now.seconds(since: begin) - waited
    network.copyWeights(into: &spare)
    // The last update of an epoch shows in no loss any more.
    guard spare.areFinite else {
      throw divergence(batch: order.batches, loss: totals.meanDataLoss)
    }
    epoch += 1
    gate.progress.batch = 0
    gate.progress.epoch = epoch
    gate.progress.samplesPerSecond = seconds > 0 ? Double(totals.rows) / seconds : nil
    if trainer.averagesWeights {
      swap(&spare, &trained)
      trainer.useAveragedWeights()
      network.copyWeights(into: &spare)
    }
    let record = record(of: totals)
    course.note(validationLoss: record.validation?.loss)
    best.note(
      epoch: epoch, validationLoss: record.validation?.loss,
      weights: header.configuration.earlyStopping == nil ? nil : spare)
    if trainer.averagesWeights { network.setWeights(trained) }
    board.put(&spare, run: header.number, epoch: epoch)
    gate.progress.epochsPerSecond = rate.count(at: .now, waited: gate.secondsWaited)
    gate.post(.epoch(record))
  }

  /// Trains the next batch with what is asked for now, and says what that changes.
  private func putSettingsInForce(batch: Int) {
    while let change = script.first, (change.epoch, change.batch) <= (epoch + 1, batch) {
      gate.control.settings.apply(change.new)
      script.removeFirst()
    }
    let settings = gate.control.settings
    guard settings != inForce else { return }
    for setting in settings.changes(from: inForce) {
      let old = inForce.apply(setting)
      gate.post(.changed(Change(epoch: epoch + 1, batch: batch, old: old, new: setting)))
    }
    trainer.penalty = settings.enginePenalty(inputGroups: inputGroups)
  }

  private func record(of totals: EpochTotals) -> EpochRecord {
    let every = max(header.configuration.evaluateEvery, 1)
    let isEvaluated = epoch.isMultiple(of: every) || epoch == lastEpoch
    let keepsRows =
      keepsOutcomes
      && (epoch.isMultiple(of: RowOutcomes.epochStride(at: epoch)) || epoch == lastEpoch)
    let test =
      isEvaluated && keepsRows
      ? evaluator.metricsAndOutcomes(of: network, on: .test)
      : isEvaluated ? evaluator.metrics(of: network, on: .test).map { ($0, nil) } : nil
    return EpochRecord(
      epoch: epoch, loss: totals.meanDataLoss + totals.meanPenalty, penalty: totals.meanPenalty,
      train: evaluator.metrics(of: totals),
      validation: isEvaluated ? evaluator.metrics(of: network, on: .validation) : nil,
      test: test?.metrics,
      zeroWeights: network.zeroCount, weights: network.penalisedCount,
      samplesPerSecond: gate.progress.samplesPerSecond ?? 0,
      learningRate: header.configuration.optimizer.schedule.isConstant
        ? nil : trainer.learningRate, testOutcomes: test?.outcomes)
  }

  private func divergence(batch: Int, loss: Double) -> Leave {
    .divergence(
      Divergence(epoch: epoch + 1, batch: batch, loss: loss, lastGoodEpoch: board.notice.epoch))
  }
}

extension [Float] {
  /// Whether no element is NaN or infinite; looks at bits, so that the loop is vectorised.
  var areFinite: Bool {
    let exponent: UInt32 = 0x7f80_0000
    return withUnsafeBufferPointer { values in
      var count: UInt32 = 0
      for value in values { count &+= value.bitPattern & exponent == exponent ? 1 : 0 }
      return count == 0
    }
  }
}
