import Testing

import TerminalUI

@Suite struct ThemeContrastTests {
  private static let readable: [ThemeRole] = [
    .text, .value, .title, .muted, .accent, .on, .off, .good, .warning, .bad, .train, .validation,
    .test, .source, .markLabel, .keyHint, .keyHintKey,
  ]

  @Test(arguments: Theme.builtIn)
  func textIsReadable(theme: Theme) {
    let least = theme.name == "high-contrast" ? 7 : 4.5
    for role in Self.readable {
      guard let ratio = contrast(of: role, on: background(role, of: theme), in: theme) else {
        continue
      }
      #expect(ratio >= least, "\(theme.name): \(role.rawValue) has \(ratio)")
    }
    if let ratio = contrast(of: .ghost, on: background(.ghost, of: theme), in: theme) {
      #expect(ratio >= 3, "\(theme.name): ghost has \(ratio)")
    }
  }

  @Test(arguments: Theme.builtIn)
  func textIsReadableOnTheSelectedRow(theme: Theme) {
    for role in [ThemeRole.text, .value, .muted, .bad] {
      guard let ratio = contrast(of: role, on: theme[.selection].background, in: theme) else {
        continue
      }
      #expect(ratio >= 4, "\(theme.name): \(role.rawValue) has \(ratio) on the selection")
    }
  }

  @Test(arguments: Theme.builtIn)
  func curvesAndHistogramsAreToldApart(theme: Theme) {
    expectApart([.train, .validation, .test, .ghost, .source], in: theme, by: 0.12, with: .normal)
    expectApart([.trainFill, .testFill, .overlap], in: theme, by: 0.12, with: .normal)
    expectApart([.validationFill, .testFill, .overlap], in: theme, by: 0.12, with: .normal)
  }

  /// What is good, bad or drifted has no colour of a split, so that a colour means one thing.
  @Test(arguments: Theme.builtIn)
  func verdictsHaveNoColourOfASplit(theme: Theme) {
    for verdict in [ThemeRole.good, .warning, .bad, .barLow, .barMiddle, .barHigh] {
      for split in [ThemeRole.train, .validation, .test, .source] {
        #expect(theme.colour(verdict) != theme.colour(split), "\(theme.name), \(verdict), \(split)")
        expectApart([verdict, split], in: theme, by: 0.05, with: .normal)
      }
    }
  }

  @Test(arguments: Vision.allCases)
  func okabeItoIsToldApartByEveryEye(vision: Vision) throws {
    let theme = try #require(Theme.builtIn.first { $0.name == "okabe-ito" })
    expectApart([.train, .validation, .test, .ghost], in: theme, by: 0.12, with: vision)
    expectApart([.trainFill, .testFill, .overlap], in: theme, by: 0.12, with: vision)
    expectApart([.validationFill, .testFill, .overlap], in: theme, by: 0.1, with: vision)
    expectApart([.barLow, .barMiddle, .barHigh], in: theme, by: 0.12, with: vision)
    expectApart([.good, .bad, .warning], in: theme, by: 0.1, with: vision)
  }

  @Test func judgesLightAsPublished() throws {
    let white = try #require(Light(.rgb(255, 255, 255)))
    let black = try #require(Light(.rgb(0, 0, 0)))
    let grey = try #require(Light(.rgb(119, 119, 119)))
    #expect(abs(white.contrast(with: black) - 21) < 1e-9)
    #expect(abs(white.contrast(with: grey) - 4.48) < 0.005)  // WCAG's example of #777 on white
    #expect(abs(white.distance(to: black) - 1) < 1e-4)
  }

  private func background(_ role: ThemeRole, of theme: Theme) -> Colour {
    theme[role].background
  }

  private func contrast(of role: ThemeRole, on colour: Colour, in theme: Theme) -> Double? {
    guard let front = Light(theme[role].foreground), let back = Light(colour) else { return nil }
    return front.contrast(with: back)
  }

  private func expectApart(
    _ roles: [ThemeRole], in theme: Theme, by least: Double, with vision: Vision
  ) {
    for (index, role) in roles.enumerated() {
      for other in roles[(index + 1)...] {
        guard let one = Light(theme.colour(role)), let two = Light(theme.colour(other)) else {
          continue
        }
        let distance = one.seen(with: vision).distance(to: two.seen(with: vision))
        #expect(
          distance >= least,
          "\(theme.name), \(vision): \(role.rawValue) and \(other.rawValue) are \(distance) apart")
      }
    }
  }
}
