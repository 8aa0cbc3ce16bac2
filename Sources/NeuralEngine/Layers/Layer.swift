import CKernels

/// One layer: what it computes forward, what it passes back, and which weights it owns.
///
/// A layer is an immutable value. Its weights lie in the flat buffer of the network, its outputs and
/// scratch in the workspace; both are handed to it with every pass, so that a pass allocates nothing.
protocol Layer: Sendable {
  /// `KIND_N`, such as `dense_0`.
  var name: String { get }

  /// What it writes for one sample.
  var outputShape: SampleShape { get }

  /// The weights it owns, empty for most.
  var parameters: [Parameter] { get }

  /// Whether a batch cannot be shared out between threads while it is trained on: what it puts out for a
  /// sample depends on the others.
  var needsWholeBatch: Bool { get }

  /// Whether its products are large enough to be made of copies; see ``LayerPass/packing``.
  var packs: Bool { get }

  /// The floats of scratch it needs, kept from a forward pass to the backward pass behind it.
  func scratchCount(samples: Int) -> Int

  /// Writes the outputs of all samples, whole padded rows.
  func forward(_ pass: LayerPass)

  /// Adds nothing, overwrites: the gradients of its weights, and of its inputs when asked for. The
  /// gradient of its outputs may be used as scratch; its padding is zero.
  func backward(_ pass: LayerPass)
}

extension Layer {
  var needsWholeBatch: Bool { false }
  var packs: Bool { false }
}

/// What a layer works on in one pass.
struct LayerPass {
  let kernels: UnsafePointer<ck_kernels>
  let samples: Int

  /// The steps of each series; `nil` when all fill their room, or there is no time.
  ///
  /// What stands behind a series' last step is no part of it: no layer lets it reach another sample,
  /// a step that is part, or a weight, and its gradient is zero.
  let lengths: UnsafePointer<Int32>?

  /// The flat buffer of weights.
  let weights: UnsafePointer<Float>
  let input: UnsafePointer<Float>
  let output: UnsafeMutablePointer<Float>
  let scratch: UnsafeMutablePointer<Float>

  /// Room for `CK_PACKED_FLOATS` that all layers share; absent when none ``Layer/packs``.
  let packing: UnsafeMutablePointer<Float>?

  /// Present while training; absent when weights are evaluated.
  let training: TrainingPass?
}

extension LayerPass {
  /// The steps of a series, of which there is room for those of `shape`.
  func steps(ofSample sample: Int, in shape: SampleShape) -> Int {
    lengths.map { Int($0[sample]) } ?? shape.rowsPerSample
  }
}

/// What a pass has besides while training.
struct TrainingPass {
  /// The flat buffer of gradients, parallel to the weights.
  let gradients: UnsafeMutablePointer<Float>
  let outputGradient: UnsafeMutablePointer<Float>

  /// `nil` when no layer before this one has weights that are trained.
  let inputGradient: UnsafeMutablePointer<Float>?
  let seed: UInt64
  let step: Int

  /// Whether the layer's weights are not to change, so that it works as at evaluation.
  let isFrozen: Bool

  /// The place of the first sample in the batch, a multiple of 8: random draws go by it.
  let firstSample: Int
}
