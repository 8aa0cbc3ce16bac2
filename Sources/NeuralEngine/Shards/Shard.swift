import CKernels

/// A part of every batch: its way forward and back, and its part of the update, on one thread.
///
/// It is used by one thread at a time: the trainer's writes what to do, the other does it, and the
/// trainer's reads the outcome, with a ``Teammate`` in between.
final class Shard: @unchecked Sendable {
  /// What to do next.
  var job = Job.none

  /// The sums of the losses of the rows of the last pass.
  private(set) var lossSums = ck_loss_sums()

  /// The penalty on the weights of the last update, before it.
  private(set) var penalty = 0.0

  /// The sum of the squares of the last collected gradients.
  private(set) var gradientSquares = 0.0

  /// The gradients of the rows of the last pass.
  let gradients: AlignedBuffer

  private let inputs: AlignedBuffer
  private let lengths: UnsafeMutablePointer<Int32>
  private let workspace: Workspace

  enum Job {
    case none
    case pass(BatchPass, rows: Range<Int>)
    case collect(WeightUpdate, slices: Range<Int>)
    case update(WeightUpdate, slices: Range<Int>)
  }

  init(
    _ stack: LayerStack, maximumRows: Int, frozen: Set<String>, kernels: UnsafePointer<ck_kernels>
  ) {
    workspace = Workspace(
      stack, maximumSamples: maximumRows, isTraining: true, frozen: frozen, kernels: kernels)
    gradients = AlignedBuffer(count: stack.extent)
    inputs = AlignedBuffer(count: maximumRows * stack.inputShape.floatsPerSample)
    lengths = .allocate(capacity: maximumRows)
    lengths.initialize(repeating: 0, count: maximumRows)
  }

  deinit {
    lengths.deallocate()
  }

  /// Does the job; numbers too small for full precision are zero in it, on whichever thread.
  func perform() {
    let before = ck_tiny_to_zero()
    defer { ck_tiny_restore(before) }
    switch job {
    case .none: break
    case .pass(let batch, let rows): run(batch, rows: rows)
    case .collect(let update, let slices): gradientSquares = update.collect(slices)
    case .update(let update, let slices): penalty = update.apply(slices)
    }
  }

  private func run(_ batch: BatchPass, rows: Range<Int>) {
    lossSums = ck_loss_sums()
    guard !rows.isEmpty else { return }
    batch.kernels.pointee.gather_rows(
      inputs.start, batch.source, batch.indices + rows.lowerBound, rows.count, batch.width)
    let lengths = batch.lengths.map { gather($0, batch.indices + rows.lowerBound, rows.count) }
    let run = TrainingRun(
      gradients: gradients.start, seed: batch.seed, step: batch.step, firstSample: rows.lowerBound)
    workspace.forward(
      input: inputs.start, lengths: lengths, samples: rows.count, weights: batch.weights,
      training: run)
    var outputs = workspace.networkOutputs(
      samples: rows.count, weights: batch.rowWeights.map { $0 + rows.lowerBound },
      gradientScale: batch.gradientScale)
    batch.loss.accumulate(
      batch.kernels.pointee, outputs: &outputs,
      answers: batch.answers.advanced(by: rows.lowerBound),
      into: &lossSums)
    workspace.backward(
      input: inputs.start, lengths: lengths, samples: rows.count, weights: batch.weights,
      training: run)
  }

  private func gather(
    _ all: UnsafePointer<Int32>, _ indices: UnsafePointer<Int32>, _ count: Int
  ) -> UnsafePointer<Int32> {
    for place in 0..<count { lengths[place] = all[Int(indices[place])] }
    return UnsafePointer(lengths)
  }
}

/// What the passes of all shards over one batch share.
struct BatchPass {
  let kernels: UnsafePointer<ck_kernels>

  /// The inputs of all samples, `width` floats each, and the numbers of the batch's rows.
  let source: UnsafePointer<Float>
  let indices: UnsafePointer<Int32>
  let width: Int

  /// The steps of each of all samples; `nil` when they fill their room.
  let lengths: UnsafePointer<Int32>?

  /// The labels or targets of the batch's rows.
  let answers: Answers

  /// The factors of the rows' losses; `nil` is 1.
  let rowWeights: UnsafePointer<Float>?
  let loss: LossFunction
  let gradientScale: Float
  let weights: UnsafePointer<Float>
  let seed: UInt64
  let step: Int
}
