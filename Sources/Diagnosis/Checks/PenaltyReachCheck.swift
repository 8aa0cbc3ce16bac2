import Datasets
import Experiments
import NeuralEngine
import Runs

/// A penalty that is set and pulls at no weight.
struct PenaltyReachCheck: Check {
  let name = "penalty-reaches-nothing"
  let why =
    "Penalties pull at kernels that are trained; a run with one that reaches none is the run "
    + "without it."

  func findings(in examination: Examination) -> [Finding] {
    let configuration = examination.configuration
    guard let architecture = examination.architecture else { return [] }
    let frozen = Set(configuration.frozen)
    let penalty = configuration.penalty
    let penalised = architecture.namesOfPenalisedLayers
    let free = penalised.filter { !frozen.contains($0) }
    let grouped = penalty.groups.map {
      Set(architecture.namesOfGroupedLayers($0 == .inputs ? .inputs : .units))
    }
    // A layer that there is not is an option's fault.
    func isSet(_ general: Strength, _ own: [String: Double]) -> Bool {
      general.isOn || own.contains { $0.value > 0 && penalised.contains($0.key) }
    }
    func reaches(_ general: Strength, _ own: [String: Double], _ layer: String) -> Bool {
      if let strength = own[layer] { return strength > 0 }
      return general.isOn && !layer.hasPrefix("embedding")
    }
    let strengths: [(option: String, isSet: Bool, reach: [String])] = [
      (
        "--l1", isSet(penalty.l1, penalty.layerL1),
        free.filter {
          reaches(penalty.l1, penalty.layerL1, $0)
            && (penalty.layerL1[$0] != nil || grouped?.contains($0) ?? true)
        }
      ),
      (
        "--l2", isSet(penalty.l2, penalty.layerL2),
        free.filter { reaches(penalty.l2, penalty.layerL2, $0) }
      ),
    ]
    return strengths.filter { $0.isSet && $0.reach.isEmpty }.map { option, _, _ in
      finding(
        .error,
        frozen.isEmpty
          ? "\(option) is set, and the strength of every layer that it could pull at is 0."
          : "\(option) is set, and --freeze leaves it no layer to pull at: "
            + "\(configuration.frozen.joined(separator: ", ").cleaned).",
        action: frozen.isEmpty
          ? "Give \(option) to a layer, or leave it out."
          : "Leave a layer with weights out of --freeze, or leave out \(option).")
    }
  }
}

extension Examination {
  /// The network, or where its inputs are not known one of the same layers.
  var architecture: NetworkArchitecture? {
    if let architecture = rehearsal.architecture { return architecture }
    guard let layers = try? LayerSpecification.parse(configuration.layers) else { return nil }
    let stand = NetworkArchitecture(
      features: 1, steps: configuration.data.sequence == nil ? nil : 1, layers: layers,
      outputs: max(labels?.encoder.classes.count ?? 1, 1))
    guard (try? stand.checkLayers()) != nil else { return nil }
    return stand
  }
}
