import Runs
import TerminalUI

extension DashboardState {
  /// Does what a key asks for.
  mutating func press(_ key: Key) -> [DashboardEffect] {
    switch overlay {
    case .quitQuestion: return answer(key)
    case .help: return pressInHelp(key)
    case nil: break
    }
    guard let action = keyMap.lookup(key) else {
      let help = keyMap.binding(for: .help)?.keys.first.map { ": \($0) lists those that do" } ?? ""
      notice = Notice("The key \(key) does nothing\(help).")
      return []
    }
    notice = nil
    showWhatAnswers(action)
    return perform(action)
  }

  private mutating func perform(_ action: KeyAction) -> [DashboardEffect] {
    switch action {
    case .pauseOrResume, .stepBatch, .restart, .restartNextSeed, .extend, .paceSlower, .paceFaster,
      .save:
      return steer(action)
    case .toggleL1: return wish(.l1(toggled(settings.wished.penalty.l1)))
    case .toggleL2: return wish(.l2(toggled(settings.wished.penalty.l2)))
    case .l1Weaker: return alter(.l1, by: -1)
    case .l1Stronger: return alter(.l1, by: 1)
    case .l2Weaker: return alter(.l2, by: -1)
    case .l2Stronger: return alter(.l2, by: 1)
    case .learningRateDown: return alter(.learningRate, by: -1)
    case .learningRateUp: return alter(.learningRate, by: 1)
    case .nextFeature: moveSelection(by: 1)
    case .previousFeature: moveSelection(by: -1)
    case .view: return look(at: next(view, in: views), against: reference)
    case .reference: return look(at: view, against: next(reference, in: references))
    case .moveUp: return move(rows: -1)
    case .moveDown: return move(rows: 1)
    case .pageUp: return move(rows: -10)
    case .pageDown: return move(rows: 10)
    case .first: return move(rows: -Int.max)
    case .last: return move(rows: Int.max)
    case .moveLeft: return move(columns: -1)
    case .moveRight: return move(columns: 1)
    case .suspend: return suspend()
    case .redraw: return [.redraw]
    case .quit: return quit()
    case .settings, .nextPanel, .previousPanel, .fullScreen, .back, .ghost, .logarithmicScale,
      .smoothing, .form, .order, .theme, .help:
      arrange(action)
    }
    return []
  }

  /// Changes what the screen shows, and nothing else.
  private mutating func arrange(_ action: KeyAction) {
    switch action {
    case .settings: focus = .settings
    case .nextPanel: focus = focus.next
    case .previousPanel: focus = focus.previous
    case .fullScreen: isFullScreen.toggle()
    case .back: isFullScreen = false
    case .ghost: chooseNextGhost()
    case .logarithmicScale: isLossLogarithmic.toggle()
    case .smoothing: smooth(by: next(smoothing, in: Self.smoothings))
    case .form: chooseNextForm()
    case .order: chooseNextOrder()
    case .theme:
      chooseNextTheme()
      notice = Notice("Theme \(themeName).")
    case .help: overlay = .help(query: "", scroll: 0)
    default: break
    }
  }

  /// Moves up and down: in the settings from row to row, elsewhere from feature to feature.
  private mutating func move(rows: Int) -> [DashboardEffect] {
    guard focus == .settings else {
      if movesPixels {
        movePixel(across: 0, down: rows)
      } else if focus.isLower {
        moveSelection(by: rows)
      } else {
        sayWhereArrowsAct()
      }
      return []
    }
    let all = SettingRow.allCases
    let place = all.firstIndex(of: settingRow) ?? 0
    settingRow = all[clamped(place, movedBy: rows, in: all.count)]
    return []
  }

  /// Moves left and right: in the settings alters the value, elsewhere from feature to feature.
  private mutating func move(columns: Int) -> [DashboardEffect] {
    switch focus {
    case .distribution where movesPixels: movePixel(across: columns, down: 0)
    case .settings: return alter(settingRow, by: columns)
    case .features, .distribution: moveSelection(by: columns)
    case .loss, .score: sayWhereArrowsAct()
    }
    return []
  }

  /// Whether arrows move from pixel to pixel.
  private var movesPixels: Bool { focus == .distribution && shownForm == .image }

  private mutating func sayWhereArrowsAct() {
    notice = Notice("Arrows act in the panels below: tab goes there, n and p choose a feature.")
  }

  private mutating func look(
    at view: FeatureView, against reference: Split
  ) -> [DashboardEffect] {
    guard view != self.view || reference != self.reference else {
      notice = Notice("There is nothing else to compare test with.")
      return []
    }
    self.view = view
    self.reference = reference
    movedAt = nil
    rankFeatures()
    return [.send(.observe(view, reference: reference))]
  }

  private mutating func chooseNextGhost() {
    guard let latest = earlierRuns.last else {
      notice = Notice("There is no earlier run yet: r starts again and keeps this one behind.")
      return
    }
    let shown = ghost?.number
    let older = earlierRuns.last { run in shown.map { run.number < $0 } ?? false }
    switch (shown, older) {
    case (nil, _):
      ghostChoice = .latest
      notice = Notice("Ghost: run \(latest.number).")
    case (_, let older?):
      ghostChoice = .run(older.number)
      notice = Notice("Ghost: run \(older.number).")
    case (_, nil):
      ghostChoice = .off
      notice = Notice("Ghost off.")
    }
  }

  private mutating func smooth(by weight: Double) {
    smoothing = weight
    run?.smooth(by: weight)
    for index in earlierRuns.indices { earlierRuns[index].smooth(by: weight) }
    notice = Notice(
      weight == 0
        ? "Curves as they are." : "Curves smoothed by a moving average of weight \(weight).")
  }

  private func toggled(_ strength: Strength) -> Strength {
    Strength(value: strength.value, isOn: !strength.isOn)
  }

  private func next<Value: Equatable>(_ value: Value, in all: [Value]) -> Value {
    guard let place = all.firstIndex(of: value) else { return all.first ?? value }
    return all[(place + 1) % all.count]
  }
}
