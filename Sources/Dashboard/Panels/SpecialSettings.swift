import Datasets
import Runs
import TerminalUI

/// What a run has besides the usual: every option of the preparation, the objective and the steps that is
/// not at its default, as names with values.
struct SpecialSettings {
  let configuration: RunConfiguration

  /// The learning rate of the last epoch, where a schedule moves it.
  let presentRate: Double?

  var rows: [(name: String, value: String)] { preparation + objective + penalties + steps }

  private var preparation: [(String, String)] {
    let options = configuration.data.preprocessing
    let rows = [
      ("column scales", listed(options.columnScalings) { $0.rawValue }),
      ("limits", options.limits.isOpen ? "" : options.limits.description),
      ("column limits", listed(options.columnLimits) { $0.description }),
      ("column cuts", listed(options.columnClips) { $0.map(NumberText.given) ?? "none" }),
      (
        "dates", listed(options.dates) { $0.map(\.rawValue).joined(separator: "+") }
      ),
      ("ordinal", listed(options.ordinals) { $0.joined(separator: "<") }),
      ("hashed to", listed(options.hashes) { "\($0)" }),
    ]
    return rows.filter { !$0.1.isEmpty }
  }

  private var objective: [(String, String)] {
    var rows: [(String, String)] = []
    if let loss = loss { rows.append(("loss", loss)) }
    switch configuration.classWeights {
    case .balanced: rows.append(("class weights", "balanced"))
    case .given(let factors): rows.append(("class weights", named(factors)))
    case nil: break
    }
    if let column = configuration.data.sampleWeight { rows.append(("row weights", column)) }
    let embedded = configuration.embedding
    if embedded.isAutomatic || !embedded.columns.isEmpty {
      let columns = named(embedded.columns.mapValues(Double.init))
      rows.append(("embedding", columns.isEmpty ? "auto" : columns))
    }
    return rows
  }

  private var loss: String? {
    let settings = configuration.loss
    let smoothing =
      settings.labelSmoothing > 0
      ? "smoothing \(NumberText.share(settings.labelSmoothing, decimals: 2))" : nil
    let parts = [settings.name?.rawValue, smoothing].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private var penalties: [(String, String)] {
    let penalty = configuration.penalty
    var rows: [(String, String)] = []
    if !configuration.frozen.isEmpty {
      rows.append(("frozen", configuration.frozen.joined(separator: " ")))
      rows.append(("its penalty", "left out"))
    }
    if !penalty.layerL1.isEmpty { rows.append(("L1 of layers", named(penalty.layerL1))) }
    if !penalty.layerL2.isEmpty { rows.append(("L2 of layers", named(penalty.layerL2))) }
    if let groups = penalty.groups { rows.append(("L1 groups", groups.rawValue)) }
    if let norm = penalty.maximumNorm {
      rows.append(("largest norm", NumberText.given(norm)))
    }
    if penalty.penalisesBiases { rows.append(("biases", "penalised")) }
    return rows
  }

  private var steps: [(String, String)] {
    let optimizer = configuration.optimizer
    let schedule = optimizer.schedule
    var rows: [(String, String)] = []
    if !schedule.isConstant {
      let parts = [
        schedule.name == .constant ? nil : schedule.name.rawValue,
        schedule.warmUpEpochs > 0
          ? "warm-up \(NumberText.given(schedule.warmUpEpochs))" : nil,
        schedule.plateauPatience.map { "plateau \($0)" },
      ]
      rows.append(("schedule", parts.compactMap(\.self).joined(separator: ", ")))
      if let presentRate { rows.append(("rate now", NumberText.strength(presentRate))) }
    }
    if let norm = optimizer.clipNorm {
      rows.append(("clip norm", NumberText.given(norm)))
    }
    if let value = optimizer.clipValue {
      rows.append(("clip value", NumberText.given(value)))
    }
    if let share = optimizer.averageMomentum {
      rows.append(("mean weights", NumberText.given(share)))
    }
    return rows
  }

  private func named(_ numbers: [String: Double]) -> String {
    listed(numbers, NumberText.given)
  }

  /// Names with values, in the order of the names.
  private func listed<Value>(_ values: [String: Value], _ text: (Value) -> String) -> String {
    values.sorted { $0.key < $1.key }.map { name, value in
      let text = text(value)
      return text.isEmpty ? name : "\(name) \(text)"
    }.joined(separator: ", ")
  }
}
