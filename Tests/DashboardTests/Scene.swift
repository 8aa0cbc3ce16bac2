import Foundation
import Runs
import Shift
import TerminalUI

@testable import Dashboard

/// A session made up for tests: digits from clean scans to worn ones, without any training.
///
/// The curves are smooth formulas, so that every screen is the same on every machine.
struct Scene {
  var state: DashboardState

  init(
    size: Size = Size(width: 120, height: 36), imageSize: Size? = nil,
    configure: (inout RunConfiguration) -> Void = { _ in }
  ) {
    state = DashboardState(
      configuration: Scene.configuration(configure), size: size, imageSize: imageSize,
      themeNames: ["ridgeline-dark", "ridgeline-light"], themeName: "ridgeline-dark")
    update(status: status(.loading))
  }

  static func configuration(
    _ configure: (inout RunConfiguration) -> Void = { _ in }
  ) -> RunConfiguration {
    var data = DataConfiguration(
      source: "sample-data/digits/source_clean.csv", train: "sample-data/digits/train_clean.csv",
      test: "sample-data/digits/test.csv", target: "digit")
    data.task = nil
    var configuration = RunConfiguration(data: data)
    configuration.epochs = 200
    configure(&configuration)
    return configuration
  }

  // MARK: What the session says

  mutating func update(
    status: RunStatus? = nil, events: [RunEvent] = [], inputs: [DistributionSnapshot] = [],
    model: ModelSnapshot? = nil
  ) {
    _ = reduce(
      &state,
      .update(SessionUpdate(status: status, events: events, inputs: inputs, model: model)))
  }

  /// Presses keys and returns what was to be done.
  @discardableResult
  mutating func press(_ keys: Key...) -> [DashboardEffect] {
    keys.flatMap { reduce(&state, .terminal(.key($0))) }
  }

  @discardableResult
  mutating func press(_ keys: String) -> [DashboardEffect] {
    keys.flatMap { reduce(&state, .terminal(.key(.character($0)))) }
  }

  func status(
    _ phase: RunPhase, epoch: Int = 0, batch: Int = 0, epochs: Int? = nil
  ) -> RunStatus {
    RunStatus(
      phase: phase, epoch: epoch, batch: batch, batchesPerEpoch: 9,
      epochs: epochs ?? state.configuration.epochs, samplesPerSecond: epoch > 0 ? 1.9e6 : nil,
      epochsPerSecond: epoch > 0 ? 10 : nil, pace: .comfortable,
      settings: state.settings.wished)
  }

  mutating func load() {
    let isClassification = state.configuration.data.target == "digit"
    update(
      events: [
        .data(
          DataSummary(
            rows: [.source: 700, .train: 270, .validation: 30, .test: 597],
            features: Scene.names, inputs: 61,
            task: isClassification ? .classification : .regression,
            target: state.configuration.data.target,
            classes: isClassification ? (0...9).map(String.init) : [],
            constantColumns: ["p00", "p32", "p39"], clippedCells: [.test: 1834],
            warnings: ["3 columns are constant in source_clean.csv and are left out"]))
      ], inputs: [Scene.inputs(.train)])
  }

  mutating func makeBase() {
    update(
      events: [
        .base(
          BaseSummary(
            origin: .source, epochs: 50, isCached: false, train: metrics(0.06, 0.99),
            validation: metrics(0.15, 0.953), test: metrics(2.24, 0.233)))
      ])
  }

  func metrics(_ loss: Double, _ score: Double) -> Metrics {
    state.task == .classification
      ? Metrics(loss: loss, accuracy: score)
      : Metrics(
        loss: loss, meanAbsoluteError: 6.2, rootMeanSquaredError: 20 * loss.squareRoot(), r2: score)
  }

  mutating func begin(_ number: Int = 1, origin: RunHeader.Origin = .first) {
    var configuration = state.configuration
    configuration.penalty = state.settings.wished.penalty
    configuration.optimizer.learningRate = state.settings.wished.learningRate
    if origin == .nextSeed { configuration.seed += 1 }
    update(
      status: status(.training),
      events: [
        .began(RunHeader(number: number, origin: origin, configuration: configuration))
      ])
  }

  /// Trains some epochs; with a penalty the test accuracy rises, as in the measured demo.
  mutating func train(epochs: Int) {
    let first = (state.run?.epoch ?? 0) + 1
    let changed = Double(state.run?.changes.first?.change.epoch ?? 1)
    for epoch in first..<(first + epochs) {
      let isPenalised = state.settings.inForce?.penalty.l1.isOn ?? false
      let since = max(0, Double(epoch) - changed + 1)
      let rise = isPenalised ? 0.38 * (1 - exp(-since / 12)) - 0.0004 * since : 0
      let noise = 0.006 * sin(Double(epoch) * 1.7)
      let progress = Double(epoch)
      let record = EpochRecord(
        epoch: epoch, loss: 0.06 * exp(-progress / 40) + (isPenalised ? 0.11 : 0),
        penalty: isPenalised ? 0.11 * exp(-since / 90) : 0,
        train: metrics(0.06 * exp(-progress / 40) + 0.002, 1 - 0.01 * exp(-progress / 20)),
        validation: metrics(0.15 + 0.0003 * progress, 0.953 + noise),
        test: metrics(
          2.3 + 0.3 * (1 - exp(-progress / 60)) - 2.6 * rise + noise, 0.23 + rise + noise),
        zeroWeights: isPenalised ? min(6272, Int(40 * since)) : 0, weights: 6272,
        samplesPerSecond: 1.9e6, testOutcomes: outcomes(score: 0.23 + rise + noise, epoch: epoch))
      update(status: status(.training, epoch: epoch, batch: 3), events: [.epoch(record)])
    }
    look()
  }

  /// Rows of which as many are right, or as well told, as a score says; which ones drifts with the epochs.
  func outcomes(score: Double, epoch: Int) -> RowOutcomes {
    func place(_ row: Int) -> Double {
      let drift = 0.03 * sin(Double(row) * 0.7 + Double(epoch) / 9)
      return (Double(row) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1) + drift
    }
    guard state.task == .classification else {
      return RowOutcomes(
        rows: 80, values: .unexplained((0..<80).map { Float((1 - score) * 2 * place($0)) }))
    }
    var words = [UInt64](repeating: 0, count: 10)
    for row in 0..<597 where place(row) < score { words[row / 64] |= 1 << UInt64(row % 64) }
    return RowOutcomes(rows: 597, values: .correct(words))
  }

  /// The next batch puts in force what was asked for.
  mutating func takeEffect(batch: Int = 4) {
    for setting in state.settings.pending {
      let old = state.settings.inForce.map { $0.counterpart(of: setting) } ?? setting
      update(
        events: [
          .changed(
            Change(epoch: (state.run?.epoch ?? 0) + 1, batch: batch, old: old, new: setting))
        ])
    }
  }

  /// A look at the model from inside.
  mutating func look(
    observed: DistributionSnapshot? = nil, history: HistogramHistory? = nil
  ) {
    let isPenalised = state.settings.inForce?.penalty.l1.isOn ?? false
    update(
      model: ModelSnapshot(
        run: state.run?.number ?? 0, epoch: state.run?.epoch ?? 0,
        use: Scene.names.indices.map { Scene.use($0, isPenalised: isPenalised) }, deadUnits: 3,
        reluUnits: 96, calibrationError: 0.061, hiddenLayers: ["dense_0", "dense_1"],
        observed: observed, history: history))
    settle()
  }

  mutating func end() {
    guard let run = state.run, let train = run.latest?.train else { return }
    update(
      status: status(.finished, epoch: run.epoch),
      events: [
        .ended(
          RunResult(
            epochs: run.epoch, bestEpoch: run.epoch, weightsEpoch: run.epoch, train: train,
            validation: run.validation, test: run.test, seconds: 20, isInterrupted: false))
      ])
  }

  // MARK: Data

  static let names = (0..<64).map { "p\($0 / 8)\($0 % 8)" }

  private static func isBorder(_ index: Int) -> Bool {
    index % 8 == 0 || index % 8 == 7 || index < 8 || index >= 56
  }

  private static func use(_ index: Int, isPenalised: Bool) -> Double {
    let own = 0.3 + 0.7 * abs(sin(Double(index) * 2.3))
    return isBorder(index) ? own * (isPenalised ? 0.05 : 1) : own * 0.6
  }

  static func inputs(_ reference: Split) -> DistributionSnapshot {
    DistributionSnapshot(
      view: .inputs, reference: reference, title: "inputs", epoch: 0,
      features: names.indices.map { numeric(names[$0], shift: isBorder($0) ? 3 : 1.4, index: $0) })
  }

  static func numeric(_ name: String, shift: Double, index: Int) -> FeatureDistribution {
    let grid = HistogramGrid(lowerBound: -0.5, binWidth: 1, binCount: 17)
    func counts(mean: Double, deviation: Double, total: Double) -> [Int] {
      (0..<17).map { bin in
        let z = (Double(bin) - mean) / deviation
        return Int(total * exp(-z * z / 2) / deviation)
      }
    }
    let effect = min(0.95, 0.18 * shift + 0.12 * abs(sin(Double(index))))
    return FeatureDistribution(
      drift: FeatureDrift(
        name: name, kind: .numeric,
        ks: KolmogorovSmirnov(statistic: effect, p: pow(10, -40 * effect), isAsymptotic: false),
        wasserstein: shift, wassersteinNormed: shift / 4, psi: effect * 1.4, psiThreshold: 0.03,
        js: effect * 0.7, pAdjusted: pow(10, -38 * effect), drifted: effect > 0.3),
      shape: .numeric(
        PairedHistogram(
          grid: grid, reference: counts(mean: 4.5, deviation: 3, total: 110),
          current: counts(mean: 4.5 + shift, deviation: 2.6, total: 240))),
      mean: Paired(reference: 4.52, current: 4.52 + shift),
      standardDeviation: Paired(reference: 3.01, current: 2.63))
  }

  static func categorical(_ name: String) -> FeatureDistribution {
    FeatureDistribution(
      drift: FeatureDrift(
        name: name, kind: .categorical, psi: 0.21, psiThreshold: 0.04, js: 0.24,
        chiSquare: ChiSquareTest(statistic: 41.2, degreesOfFreedom: 3, p: 6e-9), cramersV: 0.22,
        missing: Paired(reference: 0.012, current: 0.034), pAdjusted: 2e-8, drifted: true),
      shape: .categorical(
        PairedCounts(
          labels: ["Gentoo", "Adelie", "Chinstrap", "unknown"], reference: [130, 90, 50, 0],
          current: [210, 260, 90, 12])))
  }

  func screen(
    _ size: Size? = nil, theme: Theme = .dark, glyphs: GlyphSet = .braille
  ) -> Screen {
    var state = state
    if let size { state.size = size }
    return render(state, size: state.size, theme: theme, glyphs: glyphs)
  }
}
