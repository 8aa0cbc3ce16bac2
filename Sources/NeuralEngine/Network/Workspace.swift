import CKernels

/// The memory of a network's passes: the outputs of every layer, their gradients, and scratch.
final class Workspace {
  let stack: LayerStack
  let kernels: UnsafePointer<ck_kernels>
  let maximumSamples: Int

  private let memory: AlignedBuffer
  private let isFrozen: [Bool]
  private let firstTrained: Int
  private let outputs: [UnsafeMutablePointer<Float>]
  private let scratch: [UnsafeMutablePointer<Float>]
  private let outputGradients: [UnsafeMutablePointer<Float>]
  private let packing: UnsafeMutablePointer<Float>?

  init(
    _ stack: LayerStack, maximumSamples: Int, isTraining: Bool, frozen: Set<String> = [],
    kernels: UnsafePointer<ck_kernels>
  ) {
    precondition(maximumSamples > 0, "a workspace holds at least one sample")
    self.stack = stack
    self.kernels = kernels
    self.maximumSamples = maximumSamples
    isFrozen = stack.layers.map { $0.isFrozen(among: frozen) }
    firstTrained = stack.firstTrained(frozen: frozen)

    var total = 0
    func reserve(_ count: Int) -> Int {
      defer { total += paddedWidth(count) }
      return total
    }
    let outputOffsets = stack.layers.map {
      reserve(maximumSamples * $0.outputShape.floatsPerSample)
    }
    let scratchOffsets = stack.layers.map { reserve($0.scratchCount(samples: maximumSamples)) }
    let gradientOffsets =
      isTraining
      ? stack.layers.map { reserve(maximumSamples * $0.outputShape.floatsPerSample) } : []
    let packingOffset =
      stack.layers.contains(where: \.packs) ? reserve(Int(CK_PACKED_FLOATS)) : nil
    let memory = AlignedBuffer(count: total)
    self.memory = memory
    outputs = outputOffsets.map { memory.start + $0 }
    scratch = scratchOffsets.map { memory.start + $0 }
    outputGradients = gradientOffsets.map { memory.start + $0 }
    packing = packingOffset.map { memory.start + $0 }
  }

  /// The outputs of a layer after a forward pass, rows padded.
  func output(ofLayer index: Int) -> UnsafePointer<Float> {
    UnsafePointer(outputs[index])
  }

  /// The network's outputs with the weights of their rows, and with `gradientScale` the place of the
  /// loss's gradient.
  func networkOutputs(
    samples: Int, weights: UnsafePointer<Float>?, gradientScale: Float? = nil
  ) -> ck_outputs {
    let last = stack.layers.count - 1
    let shape = stack.layers[last].outputShape
    return ck_outputs(
      values: UnsafePointer(outputs[last]), row: shape.stride,
      rows: samples * shape.rowsPerSample, columns: shape.width,
      gradient: gradientScale == nil ? nil : outputGradients[last],
      gradient_scale: gradientScale ?? 0, weights: weights)
  }

  /// Computes the outputs of every layer for `samples` samples, one after another at `input`, as many
  /// steps of each as `lengths` tells.
  func forward(
    input: UnsafePointer<Float>, lengths: UnsafePointer<Int32>?, samples: Int,
    weights: UnsafePointer<Float>, training: TrainingRun? = nil
  ) {
    precondition(samples <= maximumSamples, "\(samples) samples in room for \(maximumSamples)")
    for index in stack.layers.indices {
      stack.layers[index].forward(
        pass(
          index, input: input, lengths: lengths, samples: samples, weights: weights,
          training: training))
    }
  }

  /// Computes the gradients of all weights from the gradient of the network's outputs.
  func backward(
    input: UnsafePointer<Float>, lengths: UnsafePointer<Int32>?, samples: Int,
    weights: UnsafePointer<Float>, training: TrainingRun
  ) {
    for index in stride(from: stack.layers.count - 1, through: firstTrained, by: -1) {
      stack.layers[index].backward(
        pass(
          index, input: input, lengths: lengths, samples: samples, weights: weights,
          training: training))
    }
  }

  private func pass(
    _ index: Int, input: UnsafePointer<Float>, lengths: UnsafePointer<Int32>?, samples: Int,
    weights: UnsafePointer<Float>, training: TrainingRun?
  ) -> LayerPass {
    LayerPass(
      kernels: kernels, samples: samples, lengths: lengths, weights: weights,
      input: index == 0 ? input : UnsafePointer(outputs[index - 1]), output: outputs[index],
      scratch: scratch[index], packing: packing,
      training: training.map {
        TrainingPass(
          gradients: $0.gradients, outputGradient: outputGradients[index],
          inputGradient: index > firstTrained ? outputGradients[index - 1] : nil,
          seed: $0.seed, step: $0.step, isFrozen: isFrozen[index], firstSample: $0.firstSample)
      })
  }
}

/// What the passes of one training step share.
struct TrainingRun {
  let gradients: UnsafeMutablePointer<Float>
  let seed: UInt64
  let step: Int

  /// The place of the first sample in the batch.
  let firstSample: Int
}
