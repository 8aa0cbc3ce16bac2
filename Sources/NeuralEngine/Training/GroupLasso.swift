import CKernels

/// The groups of weights that L1 takes together, and their proximal step.
///
/// Behind the optimiser's step to u, a group becomes the x that makes
/// `sum (x_i - u_i)^2 / (2 s_i) + strength * norm(x)` smallest, s_i the step size of the weight: it is
/// `u_i t / (t + s_i strength)` with t the norm of x, and 0 as a whole where
/// `sum (u_i / s_i)^2 <= strength^2`. With one step size for all it is the known block soft threshold
/// (Yuan and Lin, 2006).
final class GroupLasso {
  /// A group: its strength, the root of its size included, and its run of the members.
  private struct Group {
    var strength: Double
    var members: Range<Int>
  }

  private let groups: [Group]

  /// The places of the members in the flat buffer, group by group.
  private let members: UnsafeMutablePointer<Int32>

  private let scratch: AlignedBuffer
  private let kernels: UnsafePointer<ck_kernels>

  /// Finds the groups of a network; `nil` when there are none, or none is pulled.
  init?(
    _ stack: LayerStack, penalty: Penalty, frozen: Set<String>,
    kernels: UnsafePointer<ck_kernels> = ck_kernels_selected()
  ) {
    guard let kind = penalty.groups else { return nil }
    var places: [(strength: Double, members: [Int])] = []
    for parameters in GroupLasso.kernels(of: stack, kind) {
      var own: [Int: [Int]] = [:]
      var strength = 0.0
      for kernel in parameters where !frozen.contains(String(kernel.layer)) {
        strength = penalty.layerL1[String(kernel.layer)] ?? penalty.l1
        for row in 0..<kernel.rows {
          for column in 0..<kernel.columns {
            let group =
              kind == .inputs
              ? GroupLasso.group(of: row, stack, penalty) : column % GroupLasso.units(kernel, stack)
            own[group, default: []].append(kernel.offset + row * kernel.stride + column)
          }
        }
      }
      if strength > 0 { places += own.keys.sorted().map { (strength, own[$0] ?? []) } }
    }
    guard !places.isEmpty else { return nil }
    var start = 0
    groups = places.map { place in
      defer { start += place.members.count }
      return Group(
        strength: place.strength * Double(place.members.count).squareRoot(),
        members: start..<start + place.members.count)
    }
    self.kernels = kernels
    let all = places.flatMap(\.members)
    members = .allocate(capacity: all.count)
    for (place, member) in all.enumerated() {
      (members + place).initialize(to: Int32(clamping: member))
    }
    scratch = AlignedBuffer(count: 2 * paddedWidth(places.map(\.members.count).max() ?? 0))
  }

  deinit {
    members.deallocate()
  }

  /// The kernels whose weights are taken in groups; those of one element have their groups in common.
  static func kernels(of stack: LayerStack, _ kind: PenaltyGroups) -> [[Parameter]] {
    let kernels = stack.layers.map { $0.parameters.filter { $0.name.hasSuffix("/kernel") } }
      .filter { !$0.isEmpty }
    // Outputs are what is asked for: none of them is to go.
    return kind == .inputs
      ? Array(kernels.prefix(1)) : kernels.dropLast().flatMap { $0.map { [$0] } }
  }

  /// The penalty's value: the sum over groups of strength times norm.
  func value(_ weights: UnsafeMutablePointer<Float>, base: UnsafePointer<Float>?) -> Double {
    groups.reduce(0) { sum, group in
      var description = description(of: group, weights, base: base)
      return sum + group.strength * kernels.pointee.group_norm(&description)
    }
  }

  /// Makes the proximal step behind a step of an optimiser.
  func shrink(
    _ weights: UnsafeMutablePointer<Float>, base: UnsafePointer<Float>?, sizes: StepSizes
  ) {
    for group in groups {
      var description = description(of: group, weights, base: base)
      description.squares = sizes.squares
      description.is_inside = sizes.isEpsilonInside ? 1 : 0
      description.rate = sizes.rate
      description.epsilon = sizes.epsilon
      kernels.pointee.group_shrink(&description)
    }
  }

  private func description(
    of group: Group, _ weights: UnsafeMutablePointer<Float>, base: UnsafePointer<Float>?
  ) -> ck_group {
    ck_group(
      n: group.members.count, members: members + group.members.lowerBound, weights: weights,
      base: base, squares: nil, is_inside: 0, rate: 0, epsilon: 0,
      strength: Float(group.strength), scratch: scratch.start)
  }

  /// The group of a row of the first kernel; behind `flatten` all steps of an input have one, and so have
  /// the numbers of an embedding.
  private static func group(of row: Int, _ stack: LayerStack, _ penalty: Penalty) -> Int {
    let architecture = stack.architecture
    let input = architecture.inputOfPosition[row % architecture.embeddedWidth]
    return penalty.inputGroups.map { input < $0.count ? $0[input] : input } ?? input
  }

  /// The units of the layer, or of one direction of it, of which a kernel has a column a gate.
  private static func units(_ kernel: Parameter, _ stack: LayerStack) -> Int {
    guard let layer = stack.layers.first(where: { $0.name == kernel.layer }) as? RecurrentLayer
    else { return kernel.columns }
    return layer.halves[0].units
  }
}
