import Runs
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct NarrationTests {
  private func mark(before: Double?, peak: (Int, Double)? = nil) -> ChangeMark {
    var mark = ChangeMark(
      change: Change(
        epoch: 38, batch: 12, old: .l1(.off), new: .l1(Strength(value: 1e-3, isOn: true))),
      scoreBefore: before)
    if let peak { mark.note(score: peak.1, epoch: peak.0) }
    return mark
  }

  private func effect(
    _ mark: ChangeMark, now: Double?, epoch: Int = 60, task: Task = .classification
  ) -> Notice {
    Narration.effect(
      of: mark, now: now, epoch: epoch, scoreName: task == .classification ? "accuracy" : "R2",
      task: task)
  }

  @Test func saysHowFarReadingHasCome() {
    var scene = Scene()
    var status = scene.status(.loading)
    status.work = WorkProgress(
      "reading train_clean.csv", done: 340_000_000, of: 1_000_000_000, .bytes, seconds: 0.81)
    scene.update(status: status)
    #expect(
      Narration.sentence(for: scene.state).text
        == "Reading train_clean.csv: 34% · 420 MB/s · 0:02 left.")
    status.work = WorkProgress("preparing", done: 0, of: nil, .rows, seconds: 0)
    scene.update(status: status)
    #expect(Narration.sentence(for: scene.state).text == "Preparing.")
  }

  @Test func saysWhatAChangeDid() {
    #expect(
      effect(mark(before: 0.233), now: 0.27).text
        == "L1 1e-3 took effect at epoch 38, batch 12. Test accuracy has risen by 3.7 points since."
    )
    #expect(
      effect(mark(before: 0.6), now: 0.55).text
        == "L1 1e-3 took effect at epoch 38, batch 12. Test accuracy has fallen by 5.0 points since."
    )
    #expect(
      effect(mark(before: 0.627), now: 0.756, task: .regression).text
        == "L1 1e-3 took effect at epoch 38, batch 12. Test R2 has risen by .129 since.")
    #expect(
      effect(mark(before: 0.6), now: 0.6).text
        == "L1 1e-3 took effect at epoch 38, batch 12. Test accuracy is where it was.")
  }

  @Test func withinTheNoiseADifferenceIsNeitherGoodNorBad() {
    #expect(Narration.tone(of: 0.02, noise: 0.04) == .plain)
    #expect(Narration.tone(of: 0.05, noise: 0.04) == .good)
    #expect(Narration.tone(of: -0.05, noise: 0.04) == .warning)
    #expect(Narration.tone(of: -0.05, noise: nil) == .warning)
    #expect(Narration.tone(of: 0, noise: nil) == .plain)
  }

  @Test func tooMuchIsTooMuch() {
    #expect(
      effect(mark(before: 0.23, peak: (58, 0.63)), now: 0.573, epoch: 138).text.hasSuffix(
        "risen by 34 points since; best .63 at epoch 58."))
  }

  @Test func saysNothingOfAnEffectBeforeItsEpochIsDone() {
    let begin = "L1 1e-3 took effect at epoch 38, batch 12."
    #expect(effect(mark(before: 0.6), now: 0.6, epoch: 37).text == begin)
    #expect(effect(mark(before: nil), now: 0.6).text == begin)
    #expect(effect(mark(before: 0.6), now: .nan).text == begin)
    #expect(effect(mark(before: 0.6), now: nil).text == begin)
  }

  @Test func tellsABeginnerWhatToTry() {
    let notice = Narration.sentence(for: Scene.training().state)
    #expect(notice.text.hasPrefix("The data has shifted: validation .9"))
    #expect(notice.text.contains("Press 1 to switch on L1 (1e-3)"))
  }

  @Test func whatWaitsIsTold() {
    var scene = Scene.training()
    scene.press("1")
    #expect(
      Narration.sentence(for: scene.state).text == "L1 1e-3 takes effect at the next batch.")
    scene.press(" ")
    #expect(Narration.sentence(for: scene.state).text.contains("when training goes on"))
  }

  @Test func afterTheEndAndADivergenceTheWayToASettingIsTold() {
    var finished = Scene.finished()
    finished.press("]")
    #expect(Narration.sentence(for: finished.state).text.contains("with c from here"))
    var diverged = Scene.diverged()
    diverged.press(",")
    #expect(
      Narration.sentence(for: diverged.state).text
        == "Learning rate 3e-4 takes effect with r, from the base.")
  }

  @Test func comparesWithTheGhost() {
    var scene = Scene.training()
    scene.press("1r")
    scene.begin(2, origin: .sameSeed)
    scene.train(epochs: 20)
    let text = Narration.sentence(for: scene.state).text
    #expect(text.hasPrefix("Run 2 has L1 1e-3 from the start: its test accuracy is "))
    #expect(text.contains("points above run 1 at the same epoch (p<1e-9, "))
  }

  @Test func saysWhenTheGhostHadAnotherSeed() {
    let notice = Narration.sentence(for: Scene.otherSeed().state)
    #expect(notice.text.hasPrefix("Run 2 has another seed from the start: "))
    #expect(notice.shorter[0].hasPrefix("Run 2, another seed: "))
  }

  @Test func aRestartWithoutAChangeIsToldAsSuch() throws {
    var scene = Scene.training()
    scene.press("r")
    scene.begin(2, origin: .sameSeed)
    scene.train(epochs: 12)
    let (run, ghost) = (try #require(scene.state.run), try #require(scene.state.ghost))
    #expect(Narration.distinction(of: run, from: ghost) == "the same settings")
    #expect(Narration.sentence(for: scene.state).text.contains("its test accuracy is as in run 1"))
  }

  @Test func everySettingThatDiffersIsNamed() throws {
    var scene = Scene.training()
    scene.press("1,R")
    scene.begin(2, origin: .nextSeed)
    let (run, ghost) = (try #require(scene.state.run), try #require(scene.state.ghost))
    #expect(
      Narration.distinction(of: run, from: ghost)
        == "L1 1e-3, learning rate 3e-4 and another seed")
  }

  @Test func howAPenaltyActsSaysNothingWhileItIsOff() {
    var scene = Scene.training()
    scene.press(.function(2))
    scene.press("jjjl")
    scene.takeEffect()
    #expect(
      Narration.sentence(for: scene.state).text
        == "Subgradient L1 is chosen; it acts once L1 is on.")
    scene.press("jl")
    scene.takeEffect()
    #expect(Narration.sentence(for: scene.state).text.hasSuffix("it acts once a penalty is on."))
    scene.press("1")
    scene.takeEffect()
    #expect(Narration.sentence(for: scene.state).text.hasPrefix("L1 1e-3 took effect"))
  }

  @Test func whatWasBetterBeforeTheEndIsTold() {
    var scene = Scene.training()
    scene.press("1")
    scene.takeEffect()
    scene.train(epochs: 160)
    let peak = scene.state.run?.bestTest
    #expect(peak?.epoch ?? 0 > 34)
    var record = scene.state.run?.latest
    record?.epoch += 1
    record?.test = scene.metrics(2, 0.4)
    if let record { scene.update(events: [.epoch(record)]) }
    scene.end()
    let share = NumberText.share(peak?.score ?? 0, decimals: 2)
    #expect(
      Narration.whatNext(after: scene.state).text.contains(
        "test accuracy .400; best \(share) at epoch \(peak?.epoch ?? 0)"))
  }

  @Test func saysWhatHappenedAndWhatToTry() {
    let diverged = Narration.sentence(for: Scene.diverged().state)
    #expect(diverged.text.contains("the weights of epoch 34 are kept"))
    #expect(diverged.text.contains("Try a lower learning rate"))
    #expect(diverged.tone == .bad)
    #expect(Narration.sentence(for: Scene.failed().state).text.contains("mend the row"))
    #expect(Narration.sentence(for: Scene.finished().state).text.hasPrefix("Done after 200 epochs"))
    #expect(
      Narration.sentence(for: Scene().state).text
        == "Reading source_clean.csv, train_clean.csv and test.csv.")
    #expect(
      Narration.sentence(for: Scene.trainingBase().state).text.contains("epoch 12 of at most 50"))
  }

  /// A sentence, or its shortest form, fits on one line of every screen that has a line for it.
  @Test func everySentenceHasAFormFor80Columns() {
    for moment in Scene.Moment.allCases where moment != .failed {
      let notice = Narration.sentence(for: moment.scene.state)
      let shortest = ([notice.text] + notice.shorter).map(\.displayWidth).min() ?? 0
      #expect(shortest <= 78, "\(moment): \(notice.text)")
    }
  }

  @Test func namesTheOtherRemedyOfNearlyConstantColumns() {
    var state = Scene.finished().state
    let remedy = "1 834 test cells lay beyond 10 deviations: --scale shared is the other remedy."
    #expect(Narration.sentence(for: state).text.hasSuffix(remedy))
    state.data?.clippedCells[.test] = 0
    #expect(Narration.otherRemedy(state) == nil)
  }

  @Test(arguments: [
    ("sample-data/digits/train_clean.csv", "digits"), ("train.csv", "train"),
    ("./flights.csv", "flights"), ("/data/x/Train.tsv", "x"), ("", ""), ("/", "/"),
  ])
  func namesTheData(path: String, name: String) {
    #expect(RunTitle.data(DataConfiguration(train: path, target: "y")) == name)
  }

  @Test(arguments: [
    ("dense:64:relu,dense:32:relu", "64-32 relu"), ("dense:8:relu,dense:4:tanh", "8-4"),
    ("dense:64:relu,dropout:0.2,dense:32:relu", "64-dropout 0.2-32 relu"), ("", "linear"),
    ("gru:32", "gru 32"), (":,", "linear"),
  ])
  func namesTheNetwork(layers: String, name: String) {
    #expect(RunTitle.network(layers) == name)
  }

  @Test(arguments: [
    ("dense:64:relu,dense:32:relu", ["dense_0", "dense_1"]), ("", []), (":,", []),
    ("dense:8, dropout:0.2, dense:4", ["dense_0", "dense_1"]),
    ("bi-lstm:8,gru:4,maxpool,dense:4", ["bi-lstm_0", "gru_0", "dense_0"]),
  ])
  func namesTheLayersBeforeTheFirstLook(layers: String, names: [String]) {
    #expect(RunTitle.weightedLayers(layers) == names)
  }

  @Test func lossesKeepFourColumns() {
    let values: [Double] = [0, 0.0123, 0.112, 0.9996, 1.61, 9.994, 12.34, 99.7, 100, 999]
    for value in values { #expect(Figures.loss(value).displayWidth == 4, "\(value)") }
    #expect(Figures.loss(4.2e-5) == "4e-5")
    #expect(Figures.loss(.nan) == " nan")
    #expect(Figures.loss(nil) == "   -")
  }
}
