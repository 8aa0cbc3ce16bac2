import Testing

@testable import ridgeline

@Suite struct AlignedTextTests {
  @Test func aColumnThatIsTakenOutLeavesRoom() {
    var table = AlignedText(
      titles: ["name", "a", "b"], rows: [["x", "1", "22"], ["long one", "333", "4"]],
      leftAligned: [0])
    #expect(table.text == "name        a   b\nx           1  22\nlong one  333   4\n")
    #expect(table.width == 17)
    table.removeColumn("a")
    #expect(table.text == "name       b\nx         22\nlong one   4\n")
    #expect(table.width == 12)
    table.removeColumn("none")
    #expect(table.width == 12)
  }
}
