import CKernels

/// The strengths with which a penalty pulls at one parameter's weights, each alone.
struct ParameterPull: Equatable {
  var l1 = 0.0
  var l2 = 0.0

  /// Whether nothing pulls.
  var isOff: Bool { l1 == 0 && l2 == 0 }

  /// The value of the penalty, given the sums over the weights.
  func value(of sums: ck_penalty_sums) -> Double {
    (l1 == 0 ? 0 : l1 * sums.absolute) + (l2 == 0 ? 0 : l2 * sums.squares)
  }

  /// The pull as the kernels take it.
  func kernelPenalty(_ mode: L1Mode) -> ck_penalty {
    ck_penalty(
      gradient_l1: mode == .subgradient ? Float(l1) : 0, twice_l2: Float(2 * l2),
      proximal_l1: mode == .proximal ? Float(l1) : 0, base: nil)
  }
}

extension Penalty {
  /// The pull at every weight of a parameter; `isGrouped` when L1 takes its weights in groups.
  func pull(at parameter: Parameter, isGrouped: Bool) -> ParameterPull {
    let layer = String(parameter.layer)
    let hasOwn = layerL1[layer] != nil || layerL2[layer] != nil
    switch parameter.role {
    case .kernel: break
    case .bias where penalisesBiases: break
    // An embedding is pulled at where it is named alone.
    case .table where hasOwn:
      return ParameterPull(l1: layerL1[layer] ?? 0, l2: layerL2[layer] ?? 0)
    case .bias, .scale, .table, .average: return ParameterPull()
    }
    let general = groups == nil ? l1 : 0
    return ParameterPull(
      l1: isGrouped ? 0 : layerL1[layer] ?? general, l2: layerL2[layer] ?? l2)
  }

  /// The pulls at every weight of parameters, those of frozen layers none.
  func pulls(
    at parameters: [Parameter], of stack: LayerStack, frozen: Set<String>
  ) -> [ParameterPull] {
    let grouped = groups.map { Array(GroupLasso.kernels(of: stack, $0).joined()) } ?? []
    let names = Set(grouped.map(\.name))
    return parameters.map {
      frozen.contains(String($0.layer))
        ? ParameterPull() : pull(at: $0, isGrouped: names.contains($0.name))
    }
  }
}
