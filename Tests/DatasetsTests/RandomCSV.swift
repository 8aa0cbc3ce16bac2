/// Valid CSV files full of corner cases.
enum RandomCSV {
  private static let cells = [
    "1", "-2.5", ".5", "5.", "1e3", "12345678901234567890", "0.1234567890123456789", "", "NA",
    "x", " y ", "\"q\"", "\"a,b\"", "\"line\nbreak\"", "\"line\r\nbreak\"", "\"\"\"\"", "\"\"",
    "\"a\"b", "é", "日本語", "a\"b", "7", "7", "8", "+9", "\"10\"", "?",
  ]
  private static let numbers = ["1", "-2.5", ".5", "5.", "1e3", "", "0.1", "123456.789", "7e-300"]

  /// A file with two to four columns and some rows.
  static func text(
    using generator: inout some RandomNumberGenerator, rows: ClosedRange<Int> = 1...12
  ) -> String {
    let columns = Int.random(in: 2...4, using: &generator)
    let isNumeric = (0..<columns).map { _ in Bool.random(using: &generator) }
    let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
    var text = (0..<columns).map { "c\($0)" }.joined(separator: ",") + lineEnd
    for _ in 0..<Int.random(in: rows, using: &generator) {
      let row = isNumeric.map { numeric in
        (numeric ? numbers : cells).randomElement(using: &generator) ?? ""
      }
      text += row.joined(separator: ",")
      text += lineEnd
      if Int.random(in: 0..<8, using: &generator) == 0 { text += lineEnd }
    }
    return Bool.random(using: &generator) ? text : String(text.dropLast())
  }
}
