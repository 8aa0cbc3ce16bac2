import Runs
import TerminalUI
import Testing

@testable import Dashboard

/// A key shows its effect, whichever panels are on the screen.
@Suite struct ForwardTests {
  private func scene(_ size: Size, focus: PanelKind) -> Scene {
    var scene = Scene.training()
    scene.state.size = size
    scene.state.focus = focus
    return scene
  }

  @Test(
    arguments: [
      Size(width: 80, height: 24), Size(width: 60, height: 16), Size(width: 40, height: 12),
    ],
    ["f", "v", "n", "p", "b", "x"])
  func aKeyBringsItsPanelForward(size: Size, key: String) {
    var scene = scene(size, focus: .settings)
    let before = scene.screen()
    scene.press(key)
    #expect(scene.state.focus == (key == "b" ? .features : .distribution))
    #expect(scene.screen() != before)
  }

  @Test(arguments: ["v", "n", "p", "b", "x"])
  func theListStaysWhereItShowsTheEffect(key: String) {
    var scene = scene(Size(width: 80, height: 24), focus: .features)
    scene.press(key)
    #expect(scene.state.focus == .features)
  }

  /// The curves above the tabs keep the focus.
  @Test func aCurveInFocusStaysSo() {
    var scene = scene(Size(width: 80, height: 24), focus: .settings)
    scene.state.focus = .loss
    scene.press("f")
    #expect(scene.state.focus == .loss)
    #expect(scene.state.lowerPanel == .distribution)
  }

  @Test func whereAllPanelsAreSeenNoneIsMoved() {
    var scene = scene(Size(width: 120, height: 36), focus: .settings)
    for key in ["f", "v", "n", "p", "b", "x"] { scene.press(key) }
    #expect(scene.state.focus == .settings)
    scene.press(.enter)
    scene.press("n")
    #expect(scene.state.focus == .distribution)
  }
}
