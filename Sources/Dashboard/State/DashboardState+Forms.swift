import Runs

extension DashboardState {
  /// The feature that is selected, once there are any.
  var selectedFeature: FeatureDistribution? {
    let features = rankedFeatures
    return features.isEmpty ? nil : features[selectedPlace(in: features)]
  }

  /// The forms in which the selected feature can be drawn; categories have their bars alone.
  var forms: [DistributionForm] {
    guard case .numeric = selectedFeature?.shape else { return [] }
    return DistributionForm.allCases
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
