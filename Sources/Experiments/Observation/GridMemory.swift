import Runs
import Shift

/// The bins of the pictures before, so that histograms that follow one another share their edges.
struct GridMemory {
  /// What a picture shows.
  struct Key: Hashable {
    var run: Int
    var view: FeatureView
    var reference: Split
  }

  private var grids: [Key: [Int: HistogramGrid]] = [:]

  /// The bins of one feature of a picture; those of earlier runs are forgotten.
  subscript(key: Key, feature: Int) -> HistogramGrid? {
    get { grids[key]?[feature] }
    set {
      if grids[key] == nil { grids = grids.filter { $0.key.run == key.run } }
      grids[key, default: [:]][feature] = newValue
    }
  }
}
