import GoldenScreens
import TerminalUI
import Testing

@testable import Dashboard

/// Screens as they were recorded, glyphs and styles.
@Suite struct GoldenScreenTests {
  @Test(arguments: Scene.Moment.allCases)
  func wide(moment: Scene.Moment) {
    expectGolden(moment.scene.screen(Size(width: 120, height: 36)), "\(moment)-120x36")
  }

  @Test(
    arguments: [
      Scene.Moment.ridges, .images, .series, .loading, .base, .ghost, .paused, .finished, .diverged,
      .failed, .help, .question,
    ],
    [Size(width: 80, height: 24), Size(width: 40, height: 12), Size(width: 10, height: 3)])
  func small(moment: Scene.Moment, size: Size) {
    expectGolden(moment.scene.screen(size), "\(moment)-\(size)")
  }

  @Test(arguments: [Scene.Moment.ghost, .regression, .ridges, .images, .series])
  func large(moment: Scene.Moment) {
    expectGolden(moment.scene.screen(Size(width: 200, height: 55)), "\(moment)-200x55")
  }

  @Test(arguments: PanelKind.allCases)
  func fullScreen(panel: PanelKind) {
    var scene = Scene.withGhost()
    scene.state.focus = panel
    scene.state.isFullScreen = true
    expectGolden(scene.screen(Size(width: 120, height: 36)), "full-\(panel)-120x36")
  }

  @Test(arguments: [Scene.Moment.ridges, .images, .series])
  func fullScreenOfManyHistograms(moment: Scene.Moment) {
    var scene = moment.scene
    scene.state.isFullScreen = true
    expectGolden(scene.screen(Size(width: 120, height: 36)), "full-\(moment)-120x36")
    expectGolden(
      scene.screen(Size(width: 120, height: 36), theme: .light), "full-\(moment)-light-120x36")
  }

  @Test(arguments: [Scene.Moment.ghost, .category, .ridges, .images, .series])
  func withoutColoursAndInASCII(moment: Scene.Moment) {
    let scene = moment.scene
    expectGolden(scene.screen(theme: Theme.dark.monochrome), "\(moment)-monochrome-120x36")
    expectGolden(
      scene.screen(theme: Theme.dark.monochrome, glyphs: .ascii), "\(moment)-ascii-120x36")
    expectGolden(scene.screen(glyphs: .block), "\(moment)-block-120x36")
  }
}
