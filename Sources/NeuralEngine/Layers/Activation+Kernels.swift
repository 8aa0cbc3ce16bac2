import CKernels

extension Activation {
  /// Whether the derivative is told from the weighted sums, which must then be kept, and not from
  /// the outputs.
  var derivativeNeedsSums: Bool { self == .gelu || self == .silu }

  /// Writes f(sums) to `outputs`; both may be the same memory.
  func apply(
    _ kernels: borrowing ck_kernels, sums: UnsafePointer<Float>,
    outputs: UnsafeMutablePointer<Float>, count: Int
  ) {
    switch self {
    case .linear:
      if sums != UnsafePointer(outputs) { outputs.update(from: sums, count: count) }
    case .relu: kernels.relu(outputs, sums, count)
    case .tanh: kernels.tanh(outputs, sums, count)
    case .sigmoid: kernels.sigmoid(outputs, sums, count)
    case .gelu: kernels.gelu(outputs, sums, count)
    case .leakyRelu: kernels.leaky_relu(outputs, sums, count)
    case .elu: kernels.elu(outputs, sums, count)
    case .selu: kernels.selu(outputs, sums, count)
    case .silu: kernels.silu(outputs, sums, count)
    case .softplus: kernels.softplus(outputs, sums, count)
    }
  }

  /// Multiplies `gradient` by f', told from the outputs or, with ``derivativeNeedsSums``, the sums.
  func differentiate(
    _ kernels: borrowing ck_kernels, saved: UnsafePointer<Float>,
    gradient: UnsafeMutablePointer<Float>, count: Int
  ) {
    switch self {
    case .linear: break
    case .relu: kernels.relu_backward(gradient, saved, count)
    case .tanh: kernels.tanh_backward(gradient, saved, count)
    case .sigmoid: kernels.sigmoid_backward(gradient, saved, count)
    case .gelu: kernels.gelu_backward(gradient, saved, count)
    case .leakyRelu: kernels.leaky_relu_backward(gradient, saved, count)
    case .elu: kernels.elu_backward(gradient, saved, count)
    case .selu: kernels.selu_backward(gradient, saved, count)
    case .silu: kernels.silu_backward(gradient, saved, count)
    case .softplus: kernels.softplus_backward(gradient, saved, count)
    }
  }
}
