import Runs
import Shift
import TerminalUI
import Testing

@testable import Dashboard

@Suite struct RenderPropertyTests {
  /// The widths and heights from 1 to 220 and 60 that layouts turn on, and a spread of others.
  static let sizes: [Size] = {
    let widths = Array(1...44) + Array(stride(from: 47, through: 220, by: 7)) + [59, 60, 99, 100]
    let heights = Array(1...24) + Array(stride(from: 27, through: 60, by: 5)) + [29, 30, 43, 44]
    return widths.flatMap { width in heights.map { Size(width: width, height: $0) } }
  }()

  @Test(arguments: Scene.Moment.allCases)
  func drawsEverySize(moment: Scene.Moment) {
    let scene = moment.scene
    let sets = GlyphSet.allCases
    let themes = [Theme.dark, Theme.dark.monochrome]
    let place = Scene.Moment.allCases.firstIndex(of: moment) ?? 0
    // The moments share out the sizes; small ones, where rules change, are drawn in each.
    for (index, size) in Self.sizes.enumerated()
    where size.width * size.height < 300 || index % Scene.Moment.allCases.count == place {
      var turn = scene
      turn.state.focus = PanelKind.allCases[index / 2 % PanelKind.allCases.count]
      turn.state.isFullScreen = index % 3 == 0
      let screen = turn.screen(size, theme: themes[index % 2], glyphs: sets[index % 3])
      #expect(screen.size == size)
    }
    #expect(scene.screen(.zero).size == .zero)
  }

  @Test func drawsAHugeScreen() {
    let size = Size(width: 500, height: 200)
    #expect(Scene.withGhost().screen(size).size == size)
  }

  /// From 60x16 up the words stand on the screen, whatever covers it.
  @Test(arguments: [(60, 16), (80, 24), (99, 29), (100, 30), (120, 36), (200, 55), (60, 60)])
  func alwaysTellsLossAndEpoch(width: Int, height: Int) throws {
    let pattern = try Regex("epoch [0-9]+/[0-9]+")
    for moment in Scene.Moment.allCases {
      for panel in PanelKind.allCases {
        for isFullScreen in [false, true] {
          var scene = moment.scene
          scene.state.focus = panel
          scene.state.isFullScreen = isFullScreen
          let text = scene.screen(Size(width: width, height: height)).text
          #expect(text.contains("loss"), "\(moment) \(panel)")
          #expect(text.contains(pattern), "\(moment) \(panel)")
        }
      }
    }
  }

  @Test func drawsAMillionEpochsAsFastAsAThousand() {
    // Drawing goes by the bins, whose number does not grow.
    var curves = SplitCurves()
    for epoch in 0..<100_000 {
      curves.append(epoch: epoch, train: 1, validation: nil, test: Double(epoch % 7))
    }
    #expect(curves.test.bins.count <= Curve.maximumBins)
    #expect(curves.test.value(at: 50_000) == Double(50_000 % 7))
    #expect(curves.test.value(at: -1) == nil)
  }

  @Test func asciiScreensAreASCII() {
    for moment in Scene.Moment.allCases {
      let screen = moment.scene.screen(glyphs: .ascii)
      #expect(screen.cells.allSatisfy { $0.isContinuation || $0.scalar.isASCII }, "\(moment)")
    }
  }

  @Test func namesFromOutsideAreCleaned() {
    var scene = Scene.training()
    var inputs = Scene.inputs(.train)
    inputs.features[0].drift.name = "p\u{1B}[31m\n漢字"
    scene.update(inputs: [inputs])
    scene.state.selections[.inputs] = inputs.features[0].drift.name
    #expect(
      scene.screen().cells.allSatisfy { $0.isContinuation || $0.scalar.value >= 0x20 })
  }
}
