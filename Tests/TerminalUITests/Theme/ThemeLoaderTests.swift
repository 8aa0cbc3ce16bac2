import CustomDump
import Testing

import TerminalUI

@Suite struct ThemeLoaderTests {
  @Test func readsEveryWayToWriteAColour() {
    let (theme, warnings) = load(
      """
      name = "mine"

      [palette]
      sea = "#1e90ff"

      [roles]
      text = "bright-white"
      train = "sea"
      validation = "#0f0"
      test = "ansi:3"
      ghost = "terminal"
      bad = { fg = "red", bold = true, underline = true }
      selection = { bg = "sea", reverse = true, dim = false }
      """)
    expectNoDifference(warnings, [])
    #expect(theme.name == "mine")
    #expect(theme.colour(.text) == .ansi(15))
    #expect(theme.colour(.train) == .rgb(0x1E, 0x90, 0xFF))
    #expect(theme.colour(.validation) == .rgb(0, 255, 0))
    #expect(theme.colour(.test) == .ansi(3))
    #expect(theme.colour(.ghost) == .terminal)
    #expect(theme[.bad] == Style(foreground: .ansi(1), attributes: [.bold, .underline]))
    #expect(
      theme[.selection] == Style(background: .rgb(0x1E, 0x90, 0xFF), attributes: .reverse))
  }

  @Test func rolesLeftOutFallBack() {
    let (theme, warnings) = load(
      """
      [roles]
      text = "white"
      muted = "cyan"
      test = "red"
      """)
    expectNoDifference(warnings, [])
    #expect(theme.colour(.border) == .ansi(6))
    #expect(theme.colour(.testFill) == .ansi(1))
    #expect(theme.colour(.title) == .ansi(7))
  }

  @Test func aPaletteAloneRecoloursWhatItInherits() {
    let (theme, warnings) = load(
      """
      inherits = "ridgeline-dark"
      [palette]
      blue = "#010203"
      """)
    expectNoDifference(warnings, [])
    #expect(theme.colour(.train) == .rgb(1, 2, 3))
    #expect(theme.colour(.test) == Theme.dark.colour(.test))
  }

  @Test func warnsWithFileLineAndKey() {
    let (theme, warnings) = load(
      """
      inherits = "ridgeline-dark"
      colour = 3
      [palette]
      sea = "#12345"
      deep = 4
      [roles]
      text = "bluu"
      tetx = "blue"
      train = 7
      test = { fg = "ansi:2", blink = true, bold = "yes" }
      """)
    expectNoDifference(
      warnings.map(\.description).sorted(),
      [
        "mine.toml:10: roles.test.blink: not fg, bg, bold, underline, dim or reverse; it is left out",
        "mine.toml:10: roles.test.bold: neither true nor false; it is left out",
        "mine.toml:2: colour: no such key in a theme; it is left out",
        "mine.toml:4: palette.sea: \"#12345\" is no colour; write #rrggbb, ansi:0-15 or a name",
        "mine.toml:5: palette.deep: not a text in quotes; it is left out",
        "mine.toml:7: roles.text: no colour is called \"bluu\"; the role it falls back to is used",
        "mine.toml:8: roles.tetx: there is no such role; it is left out",
        "mine.toml:9: roles.train: neither a colour nor a table; it is left out",
      ])
    #expect(theme[.text] == Theme.dark[.text])
    #expect(theme[.train] == Theme.dark[.train])
    #expect(theme.colour(.test) == .ansi(2))
  }

  @Test func survivesWhatIsNotTOML() {
    let (theme, warnings) = load("[roles\ntext = ")
    #expect(theme == .dark)
    #expect(warnings.count == 1)
    #expect(warnings.first?.description.hasPrefix("mine.toml:1: not TOML: ") == true)
  }

  @Test func endsACircleOfInheritance() {
    let texts = [
      "a": "inherits = \"b\"\n[roles]\ntext = \"red\"\n",
      "b": "inherits = \"c\"\n[roles]\nmuted = \"green\"\n",
      "c": "inherits = \"a\"\n[roles]\nvalue = \"blue\"\n",
    ]
    let loader = ThemeLoader { name in texts[name].map { ThemeText(file: name, toml: $0) } }
    let (theme, warnings) = loader.theme(named: "a")
    expectNoDifference(
      warnings.map(\.description),
      ["c:1: inherits: \"a\" inherits from this theme; nothing is inherited"])
    #expect(theme.colour(.text) == .ansi(1))
    #expect(theme.colour(.muted) == .ansi(2))
    #expect(theme.colour(.value) == .ansi(4))
  }

  @Test func warnsOfAMissingParentAndAMissingTheme() {
    let (_, warnings) = load("inherits = \"nowhere\"\n[roles]\ntext = \"red\"")
    expectNoDifference(
      warnings.map(\.description),
      ["mine.toml:1: inherits: no theme is called \"nowhere\"; nothing is inherited"])
    let (theme, missing) = ThemeLoader().theme(named: "no\nwhere")
    #expect(theme == .dark)
    expectNoDifference(
      missing.map(\.description),
      ["no where: no theme has this name; ridgeline-dark is used instead"])
  }

  @Test func withoutColoursRolesDifferByAttributes() {
    let theme = Theme.dark.adapted(to: .monochrome)
    #expect(theme.isMonochrome)
    #expect(!Theme.dark.isMonochrome)
    #expect(theme[.selection].attributes.contains(.reverse))
    #expect(Theme.dark.adapted(to: .colours256) == .dark)
    // Sixteen colours are a theme's own, and none between two of them.
    let sixteen = Theme.dark.adapted(to: .colours16)
    #expect(ThemeRole.allCases.allSatisfy { sixteen[$0] == Theme.dark[$0] })
    #expect(Theme.dark.hasShades && !sixteen.hasShades)
    let (ink, paper) = (Colour.rgb(0, 0, 0), Colour.rgb(200, 100, 50))
    #expect(Theme.dark.mixed(ink, paper, 0.5) == .rgb(100, 50, 25))
    #expect(Theme.dark.mixed(ink, paper, 7) == paper)
    #expect(Theme.dark.mixed(ink, paper, .nan) == ink)
    #expect(sixteen.mixed(ink, paper, 0.4) == ink && sixteen.mixed(ink, paper, 0.6) == paper)
  }

  private func load(_ toml: String) -> (theme: Theme, warnings: [ThemeWarning]) {
    ThemeLoader().theme(from: ThemeText(file: "mine.toml", toml: toml), named: "mine")
  }
}
