import CKernels

/// What looks at many weights at once: values of penalties, groups, and norms.
extension WeightUpdate {
  /// The penalty's value at the present weights.
  func penaltyValue() -> Double {
    var value = groups?.value(network.flat.start, base: pullBase) ?? 0
    for (parameter, pull) in zip(parameters, pulls) where !pull.isOff {
      var sums = ck_penalty_sums()
      network.kernels.pointee.penalty_sums(
        network.flat.start + parameter.offset, pullBase.map { $0 + parameter.offset },
        parameter.extent, &sums)
      value += pull.value(of: sums)
    }
    return value
  }

  /// The value of the penalties on groups at the present weights.
  func groupValue() -> Double { groups?.value(network.flat.start, base: pullBase) ?? 0 }

  /// What is left of a step when all slices are applied: what looks at many weights at once.
  func finish() {
    if let groups {
      groups.shrink(
        network.flat.start, base: pullBase, sizes: state.stepSizes(optimizer.stepSize, rule))
    }
    guard let limit = penalty.maximumNorm else { return }
    for (parameter, isFrozen) in zip(parameters, isFrozen)
    where parameter.role == .kernel && !isFrozen {
      network.kernels.pointee.max_norm(
        network.flat.start + parameter.offset, parameter.stride, parameter.rows, Float(limit))
    }
  }
}
