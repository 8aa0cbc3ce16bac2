import ArgumentParser
import TerminalUI
import Testing

@testable import ridgeline

/// The size of the images whose pixels the columns are.
@Suite struct ImageOptionTests {
  @Test(arguments: [("8x8", 8, 8), ("28x1", 28, 1), ("10000x10000", 10_000, 10_000)])
  func readsASize(text: String, width: Int, height: Int) throws {
    #expect(try parseImageSize(text) == Size(width: width, height: height))
    let command = try DashboardCommand.parse(["--image", text])
    #expect(command.screen.image == Size(width: width, height: height))
  }

  @Test(arguments: [
    "", "8", "x", "8x", "x8", "8x8x8", "0x8", "-8x8", "8.5x8", "8 x 8", "axb", "10001x1",
    "99999999999999999999x1",
  ])
  func refusesWhatIsNone(text: String) {
    #expect {
      try DashboardCommand.parse(["--image=\(text)"])
    } throws: { error in
      DashboardCommand.message(for: error).contains("WIDTHxHEIGHT")
        || DashboardCommand.message(for: error).contains("--image")
    }
  }
}
