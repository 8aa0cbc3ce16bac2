/// The groups of weights that L1 takes together, and their proximal step.
///
/// Behind the optimiser's step to u, a group becomes the x that makes
/// `sum (x_i - u_i)^2 / (2 s_i) + strength * norm(x)` smallest, s_i the step size of the weight: it is
/// `u_i t / (t + s_i strength)` with t the norm of x, and 0 as a whole where
/// `sum (u_i / s_i)^2 <= strength^2`. With one step size for all it is the known block soft threshold
/// (Yuan and Lin, 2006).
final class GroupLasso {
  /// One parameter's strength, or that of all.
  private struct Group {
    var strength: Double
    var members: Range<Int>
  }

  private let groups: [Group]

  /// The places of the members in the flat buffer, group by group.
  private let members: [Int]

  /// What is known of the members of the group in hand.
  private var away: [Double]
  private var threshold: [Double]

  /// Finds the groups of a network; `nil` when there are none, or none is pulled.
  init?(_ stack: LayerStack, penalty: Penalty, frozen: Set<String>) {
    guard let kind = penalty.groups else { return nil }
    var places: [(strength: Double, members: [Int])] = []
    for parameters in GroupLasso.kernels(of: stack, kind).map({ $0 }) {
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
    members = places.flatMap(\.members)
    let largest = places.map(\.members.count).max() ?? 0
    away = [Double](repeating: 0, count: largest)
    threshold = away
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
  func value(_ weights: UnsafePointer<Float>, base: UnsafePointer<Float>?) -> Double {
    groups.reduce(0) { sum, group in
      var squares = 0.0
      for member in members[group.members] {
        let x = Double(weights[member]) - Double(base?[member] ?? 0)
        squares += x * x
      }
      return sum + group.strength * squares.squareRoot()
    }
  }

  /// Makes the proximal step; `stepSize` tells that of the weight at a place.
  func shrink(
    _ weights: UnsafeMutablePointer<Float>, base: UnsafePointer<Float>?,
    stepSize: (Int) -> Double
  ) {
    for group in groups {
      var excess = 0.0
      var norm = 0.0
      var largest = 0.0
      for (place, member) in members[group.members].enumerated() {
        let x = Double(weights[member]) - Double(base?[member] ?? 0)
        let limit = stepSize(member) * group.strength
        away[place] = x
        threshold[place] = limit
        norm += x * x
        largest = max(largest, limit)
        excess += limit > 0 ? (x / limit) * (x / limit) : x == 0 ? 0 : .infinity
      }
      // What is no number stays, so that a run that diverged does not look sound.
      if norm.isNaN { continue }
      let count = group.members.count
      let size = excess > 1 ? root(from: max(norm.squareRoot() - largest, 0), count) : 0
      for (place, member) in members[group.members].enumerated() {
        let kept = size > 0 ? away[place] * (size / (size + threshold[place])) : 0
        weights[member] = Float(Double(base?[member] ?? 0) + kept)
      }
    }
  }

  /// The t at which `sum (away / (t + threshold))^2` is 1, by Newton's method from below, where the sum is
  /// convex and every step stays below.
  private func root(from start: Double, _ count: Int) -> Double {
    var size = start
    for _ in 0..<50 {
      var sum = 0.0
      var slope = 0.0
      for place in 0..<count where away[place] != 0 {
        let part = away[place] / (size + threshold[place])
        sum += part * part
        slope -= 2 * part * part / (size + threshold[place])
      }
      guard slope < 0 else { return size }
      let next = size - (sum - 1) / slope
      guard next > size, next.isFinite else { return size }
      if next - size <= 1e-13 * next { return next }
      size = next
    }
    return size
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
