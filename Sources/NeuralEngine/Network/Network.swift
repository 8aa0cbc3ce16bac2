import CKernels

/// A feed-forward network: an architecture, its weights, and room to evaluate them.
///
/// The weights lie in one flat buffer. A network stays on the thread that made it; weights cross
/// threads as values, through ``weights`` or ``copyWeights(into:)``.
public final class Network {
  /// The shape of the network.
  public let architecture: NetworkArchitecture

  /// The most rows that one pass takes; more rows are evaluated in several passes.
  public let maximumBatch: Int

  /// Is told after each pass of an evaluation how many rows it had.
  public var onPass: ((Int) -> Void)?

  let stack: LayerStack
  let flat: AlignedBuffer
  let workspace: Workspace
  let kernels: UnsafePointer<ck_kernels>

  /// Creates a network with freshly drawn weights.
  ///
  /// - Parameters:
  ///   - architecture: Layers, inputs and outputs.
  ///   - maximumBatch: The most rows of one pass.
  ///   - seed: The seed of the weights.
  ///   - kernelInitializer: How kernels are drawn; biases start at zero.
  /// - Precondition: The architecture stands ``NetworkArchitecture/checkLayers()``, and `maximumBatch`
  ///   is above 0.
  public convenience init(
    _ architecture: NetworkArchitecture, maximumBatch: Int, seed: UInt64,
    kernelInitializer: Initializer = .glorotUniform
  ) {
    self.init(
      architecture, maximumBatch: maximumBatch, seed: seed, kernelInitializer: kernelInitializer,
      kernels: ck_kernels_selected())
  }

  init(
    _ architecture: NetworkArchitecture, maximumBatch: Int, seed: UInt64,
    kernelInitializer: Initializer = .glorotUniform, kernels: UnsafePointer<ck_kernels>
  ) {
    do { try architecture.checkLayers() } catch { preconditionFailure(error.description) }
    self.architecture = architecture
    self.maximumBatch = maximumBatch
    self.kernels = kernels
    stack = LayerStack(architecture, kernelInitializer: kernelInitializer)
    flat = AlignedBuffer(count: stack.extent)
    workspace = Workspace(
      stack, maximumSamples: maximumBatch, isTraining: false, kernels: kernels)
    for (index, parameter) in stack.parameters.enumerated() {
      let values = parameter.initializer.values(
        shape: parameter.shape, seed: seed, index: UInt64(index))
      parameter.write(values, to: flat.start)
    }
  }
}
