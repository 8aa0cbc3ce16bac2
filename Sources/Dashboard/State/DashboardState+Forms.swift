import Runs
import Shift
import TerminalUI

extension DashboardState {
  /// The feature that is selected, once there are any.
  var selectedFeature: FeatureDistribution? {
    let features = rankedFeatures
    return features.isEmpty ? nil : features[selectedPlace(in: features)]
  }

  /// How the features of the view went from epoch to epoch; inputs do not change.
  var history: HistogramHistory? {
    guard let model, let observed = model.observed, observed.view == view,
      observed.reference == reference
    else { return nil }
    return model.history
  }

  /// The forms in which the selected feature can be drawn; categories have their bars alone.
  var forms: [DistributionForm] {
    guard case .numeric = selectedFeature?.shape else { return [] }
    return DistributionForm.allCases.filter { form in
      switch form {
      case .image: pixels != nil
      case .steps: course != nil
      case .ridgeline: history != nil
      case .overlay, .mirrored, .difference, .cumulative: true
      }
    }
  }

  /// The pixels of the image that the inputs make, row by row, in the order of the columns.
  var pixels: [FeatureDistribution]? {
    guard view == .inputs, let imageSize, let features = distributions?.features,
      features.count == imageSize.width * imageSize.height,
      features.allSatisfy({ $0.drift.kind == .numeric })
    else { return nil }
    return features
  }

  /// The selected column at each step of a series.
  var course: [(step: Int, feature: FeatureDistribution)]? {
    guard view == .inputs || view == .steps, let steps = steps[reference],
      let name = selectedFeature?.drift.name,
      let place = distributions?.features.firstIndex(where: { $0.drift.name == name })
    else { return nil }
    let columns = steps.columnsPerStep
    return steps.steps.enumerated().compactMap { block, step in
      let index = block * columns + place % columns
      return steps.features.indices.contains(index) ? (step, steps.features[index]) : nil
    }
  }

  /// The step that is selected in the view of steps.
  var selectedStep: Int? {
    guard view == .steps, let steps = distributions, steps.columnsPerStep > 0,
      let name = selectedFeature?.drift.name,
      let place = steps.features.firstIndex(where: { $0.drift.name == name })
    else { return nil }
    let block = place / steps.columnsPerStep
    return steps.steps.indices.contains(block) ? steps.steps[block] : nil
  }

  /// What is wrong with the size of the image that was asked for; `nil` when it fits or none was.
  var imageProblem: String? {
    guard let imageSize, let columns = data?.features.count,
      columns != imageSize.width * imageSize.height
    else { return nil }
    let wanted = Figures.counted(imageSize.width * imageSize.height, "column")
    return "--image \(imageSize) takes \(wanted) of pixels, and the data have \(columns): "
      + "correct it, or --drop what is no pixel"
  }

  /// Selects the pixel so far to the right and down; the image's edges hold.
  mutating func movePixel(across: Int, down: Int) {
    guard let pixels, let imageSize, let name = selectedFeature?.drift.name,
      let place = pixels.firstIndex(where: { $0.drift.name == name })
    else { return }
    let x = clamped(place % imageSize.width, movedBy: across, in: imageSize.width)
    let y = clamped(place / imageSize.width, movedBy: down, in: imageSize.height)
    selections[view] = pixels[y * imageSize.width + x].drift.name
  }

  /// The form in which the selected feature is drawn: the chosen one where it has it.
  var shownForm: DistributionForm {
    let forms = forms
    return forms.contains(form) ? form : forms.first ?? .overlay
  }

  /// Draws distributions in the next form that the selected feature has.
  mutating func chooseNextForm() {
    let forms = forms
    guard let place = forms.firstIndex(of: shownForm) else {
      notice = Notice(
        selectedFeature == nil
          ? "There is no distribution to draw yet." : "Categories are drawn as bars alone.")
      return
    }
    form = forms[(place + 1) % forms.count]
  }
}
