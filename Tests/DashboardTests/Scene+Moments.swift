import Foundation
import Runs
import Shift
import TerminalUI

@testable import Dashboard

extension Scene {
  /// The moments of a session that every screen is drawn in.
  enum Moment: String, CaseIterable {
    case loading, base, training, ghost, paused, finished, diverged, failed, help, question
    case regression, category, hidden, otherSeed, ridges, images, series

    /// The session at that moment.
    var scene: Scene {
      switch self {
      case .loading: Scene()
      case .base: .trainingBase()
      case .training: .training()
      case .ghost: .withGhost()
      case .paused: .paused()
      case .finished: .finished()
      case .diverged: .diverged()
      case .failed: .failed()
      case .help: .help()
      case .question: .question()
      case .regression: .regression()
      case .category: .withCategories()
      case .hidden: .hidden()
      case .otherSeed: .otherSeed()
      case .ridges: .withRidges()
      case .images: .withImages()
      case .series: .withSeries()
      }
    }
  }

  /// Lets pass what a look, and the order of the features, stay for.
  mutating func settle() {
    for _ in 0..<DashboardState.updatesPerLook { update() }
  }

  static func trainingBase() -> Scene {
    var scene = Scene()
    scene.load()
    scene.update(status: scene.status(.trainingBase(epoch: 12, of: 50)))
    return scene
  }

  /// The demo before anything was tried.
  static func training() -> Scene {
    var scene = trainingBase()
    scene.makeBase()
    scene.begin()
    scene.train(epochs: 34)
    return scene
  }

  /// L1 switched on in mid-run, L2 asked for; restarted, so that the first run is behind.
  static func withGhost() -> Scene {
    var scene = training()
    scene.train(epochs: 66)
    scene.press("r")
    scene.begin(2, origin: .sameSeed)
    scene.train(epochs: 37)
    scene.press("1")
    scene.takeEffect(batch: 5)
    scene.train(epochs: 26)
    scene.press("}")
    scene.takeEffect(batch: 2)
    scene.train(epochs: 12)
    return scene
  }

  static func paused() -> Scene {
    var scene = withGhost()
    scene.press(" ")
    scene.press("]")
    return scene
  }

  static func finished() -> Scene {
    var scene = withGhost()
    scene.train(epochs: 200 - (scene.state.run?.epoch ?? 0))
    scene.end()
    return scene
  }

  static func diverged() -> Scene {
    var scene = training()
    let divergence = Divergence(epoch: 35, batch: 4, loss: .infinity, lastGoodEpoch: 34)
    scene.update(
      status: scene.status(.diverged(divergence), epoch: 34), events: [.diverged(divergence)])
    return scene
  }

  static func failed() -> Scene {
    var scene = Scene()
    let reason = "train_clean.csv, line 7: 63 cells where the header has 65; mend the row"
    scene.update(status: scene.status(.failed(reason)), events: [.failed(reason)])
    return scene
  }

  static func help() -> Scene {
    var scene = training()
    scene.press("?")
    return scene
  }

  static func question() -> Scene {
    var scene = training()
    scene.press("q")
    return scene
  }

  static func regression() -> Scene {
    var scene = Scene {
      $0.data = DataConfiguration(
        source: "sample-data/storms/source.csv", train: "sample-data/storms/train.csv",
        test: "sample-data/storms/test.csv", target: "wind_kt")
      $0.data.task = .regression
    }
    scene.load()
    scene.makeBase()
    scene.begin()
    scene.train(epochs: 34)
    return scene
  }

  static func withCategories() -> Scene {
    var scene = training()
    var inputs = Scene.inputs(.train)
    inputs.features[0] = Scene.categorical("p00")
    scene.update(inputs: [inputs])
    scene.state.selections[.inputs] = "p00"
    return scene
  }

  static func hidden() -> Scene {
    var scene = training()
    scene.press("v")
    var observed = Scene.inputs(.train)
    observed.view = .hidden(layer: 0)
    observed.title = "dense_0"
    for index in observed.features.indices {
      observed.features[index].drift.name = "unit \(index + 1)"
    }
    scene.look(observed: observed)
    return scene
  }

  /// A hidden layer whose units settle as the epochs go by.
  static func withRidges() -> Scene {
    var scene = hidden()
    var history = HistogramHistory()
    let grid = HistogramGrid(lowerBound: 0, binWidth: 0.25, binCount: 40)
    for epoch in stride(from: 0, through: 34, by: 2) {
      let age = Double(epoch) / 34
      let histograms = (0..<64).map { unit in
        func counts(_ mean: Double, _ deviation: Double, zeros: Int) -> [Int] {
          (0..<40).map { bin in
            let z = (Double(bin) / 4 - mean) / deviation
            return Int(60 * exp(-z * z / 2) / deviation) + (bin == 0 ? zeros : 0)
          }
        }
        return PairedHistogram(
          grid: grid, reference: counts(2.5 + age, 0.9 - 0.3 * age, zeros: unit),
          current: counts(7 - 3 * age, 1.5 - 0.6 * age, zeros: 3))
      }
      history.append(
        epoch: epoch, histograms: histograms,
        distances: (0..<64).map { _ in 0.9 - 0.5 * age })
    }
    scene.look(observed: scene.state.model?.observed, history: history)
    scene.state.form = .ridgeline
    return scene
  }

  /// Digits as images.
  static func withImages() -> Scene {
    var scene = Scene(imageSize: Size(width: 8, height: 8))
    scene.load()
    scene.makeBase()
    scene.begin()
    scene.train(epochs: 34)
    var inputs = Scene.inputs(.train)
    for index in inputs.features.indices {
      let (x, y) = (Double(index % 8) - 3.5, Double(index / 8) - 3.5)
      let ring = 15 * exp(-pow(x * x + y * y - 6, 2) / 30)
      inputs.features[index].mean = Paired(reference: ring, current: 3 + 0.6 * ring)
    }
    scene.update(inputs: [inputs])
    scene.state.selections[.inputs] = "p34"
    scene.state.form = .image
    return scene
  }

  /// Series of twelve steps.
  static func withSeries() -> Scene {
    var scene = training()
    scene.state.data?.steps = 12
    var steps = Scene.inputs(.train)
    steps.view = .steps
    steps.steps = Array(1...12)
    steps.features = (0..<(12 * 64)).map { index in
      let step = index / 64
      var feature = Scene.numeric(
        "step \(step + 1) \(Scene.names[index % 64])", shift: 1, index: index)
      let mean = 6 + 4 * sin(Double(step) / 2)
      feature.mean = Paired(reference: mean, current: mean + 2 + Double(step) / 3)
      feature.standardDeviation = Paired(reference: 1.5, current: 2 + Double(step) / 8)
      return feature
    }
    scene.update(inputs: [steps])
    scene.state.form = .steps
    return scene
  }

  static func otherSeed() -> Scene {
    var scene = training()
    scene.press("R")
    scene.begin(2, origin: .nextSeed)
    scene.train(epochs: 12)
    return scene
  }
}
