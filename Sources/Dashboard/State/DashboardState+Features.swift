import Runs
import Shift
import TerminalUI

extension DashboardState {
  /// The views that can be looked at, in the order in which a key goes through them.
  var views: [FeatureView] {
    let layers = hiddenLayers.indices.map { FeatureView.hidden(layer: $0) }
    // In regression the one output is the prediction.
    return [.inputs] + (data?.steps == nil ? [] : [.steps]) + layers
      + (task == .classification ? [.logits] : []) + [.predictions]
  }

  /// The names of the hidden layers with weights; before the first look, as the option spells them.
  private var hiddenLayers: [String] {
    model?.hiddenLayers ?? RunTitle.weightedLayers(configuration.layers)
  }

  /// What a feature of the present view is called in a sentence.
  private var featureNoun: String {
    switch view {
    case .inputs, .steps: "feature"
    case .hidden: "unit"
    case .logits: "logit"
    case .predictions: "prediction"
    }
  }

  /// What a view is called.
  func name(of view: FeatureView) -> String {
    switch view {
    case .inputs: return "inputs"
    case .steps: return "steps"
    case .hidden(let layer):
      let names = hiddenLayers
      return names.indices.contains(layer) ? names[layer] : "hidden \(layer + 1)"
    case .logits: return "logits"
    case .predictions: return "predictions"
    }
  }

  /// Whether there are test rows; taken for granted until the data are read.
  var hasTest: Bool { data.map { ($0.rows[.test] ?? 0) > 0 } ?? true }

  /// What a person should know of the data and the base: what concerns test first.
  var warnings: [String] {
    let all = (imageProblem.map { [$0] } ?? []) + (data?.warnings ?? []) + (base?.warnings ?? [])
    let isOfTest = { (warning: String) in warning.hasPrefix(Split.test.rawValue) }
    return all.filter(isOfTest) + all.filter { !isOfTest($0) }
  }

  /// What test can be compared with: the splits that have rows.
  var references: [Split] {
    guard let data else { return Split.references }
    return Split.references.filter { (data.rows[$0] ?? 0) > 0 }
  }

  /// The distributions of the view that is looked at, if they have arrived.
  var distributions: DistributionSnapshot? {
    if view == .inputs { return inputs[reference] }
    if view == .steps { return steps[reference] }
    guard let observed = model?.observed, observed.view == view, observed.reference == reference
    else { return nil }
    return observed
  }

  /// How much the model leans on each input column, by name; empty before the first look.
  var use: [String: Double] {
    guard let names = data?.features, let use = model?.use else { return [:] }
    return Dictionary(zip(names, use)) { first, _ in first }
  }

  /// Whether it is known how much the model uses each feature of the view: hidden features have no use.
  var hasUse: Bool { view == .inputs && model != nil }

  /// What the list can be ordered by.
  var orders: [FeatureOrder] { FeatureOrder.allCases.filter { hasUse || !$0.needsUse } }

  /// What the list is ordered by: the choice, or the drift as long as the choice needs the use.
  var shownOrder: FeatureOrder { orders.contains(order) ? order : .drift }

  /// Orders the list by the next choice.
  mutating func chooseNextOrder() {
    let orders = orders
    let place = orders.firstIndex(of: shownOrder) ?? 0
    order = orders[(place + 1) % orders.count]
    movedAt = nil
    rankFeatures()
  }

  /// The verdict on all features of the view in a line of plain words.
  var featureSentence: String? {
    distributions == nil ? nil : rankings[view]?.sentence
  }

  /// The features in the order of the list.
  var rankedFeatures: [FeatureDistribution] {
    guard let features = distributions?.features else { return [] }
    let order = rankings[view]?.order ?? []
    guard order.count == features.count else { return features }
    return order.map { features[$0] }
  }

  /// The place of the selected feature in the list.
  func selectedPlace(in features: [FeatureDistribution]) -> Int {
    guard let name = selections[view] else { return 0 }
    return features.firstIndex { $0.drift.name == name } ?? 0
  }

  /// Whether the order of the list stays, so that no step through it passes over a feature.
  private var keepsOrder: Bool {
    phase == .training && movedAt.map { updates - $0 < Self.updatesPerStep } ?? false
  }

  /// Puts the features of the present view in the order of their scores, and says what they come to.
  mutating func rankFeatures() {
    guard let features = distributions?.features else { return }
    let drifts = features.map(\.drift)
    var ranking = FeatureRanking(
      order: shownOrder.ranking(of: drifts, use: use),
      sentence: DriftSentence.features(drifts, use: hasUse ? use : nil, noun: featureNoun))
    if keepsOrder, let kept = rankings[view]?.order, kept.count == features.count,
      kept != ranking.order
    {
      ranking.order = kept
      ranking.isHeld = true
    }
    rankings[view] = ranking
    // From the first look into the model on, the order means what it says: the top feature is picked.
    if selections[view] == nil, model != nil, let top = ranking.order.first {
      selections[view] = features[top].drift.name
    }
  }

  /// Selects the feature so many places further down the list.
  mutating func moveSelection(by steps: Int) {
    let features = rankedFeatures
    guard !features.isEmpty else { return }
    let place = selectedPlace(in: features)
    let target = clamped(place, movedBy: steps, in: features.count)
    selections[view] = features[target].drift.name
    movedAt = updates
  }

  /// A place in a list of `count` rows after so many steps, which end at the list's ends.
  func clamped(_ place: Int, movedBy steps: Int, in count: Int) -> Int {
    max(0, min(count - 1, place + max(-count, min(count, steps))))
  }
}
