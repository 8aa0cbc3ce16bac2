import Datasets

/// Text that was read in one encoding and written in another.
struct TextEncodingCheck: Check {
  let name = "text-encoding"
  let why =
    "The same word written rightly in another file is another category, and another name of a "
    + "column."

  func findings(in examination: Examination) -> [Finding] {
    examination.files.flatMap { file in
      file.names.filter(Self.isBroken).map { column in
        finding(column, [column], "The name of the column is", in: file)
      }
        + file.table.names.compactMap { column in
          let broken = (file.categories(column)?.levels ?? []).map(\.text).filter(Self.isBroken)
          return broken.isEmpty
            ? nil
            : finding(
              column, broken, "\(listed(broken, most: 3)) \(broken.count == 1 ? "is" : "are")",
              in: file)
        }
    }
  }

  private func finding(
    _ column: String, _ texts: [String], _ what: String, in file: ExaminedFile
  ) -> Finding {
    let meant = texts.lazy.compactMap { Self.repaired($0) }.first
    return finding(
      .warning,
      "\(what) UTF-8 that was taken for Latin-1"
        + (meant.map { "; \($0.quotedForMessage) is meant." } ?? ", or letters that were lost."),
      in: file.path, column: column,
      action: "Export the table again as UTF-8, or put the letters right.")
  }

  /// Whether a text holds what no one writes: the mark of a lost letter, or UTF-8 read as Latin-1.
  private static func isBroken(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return false }
    return text.unicodeScalars.contains("\u{FFFD}") || repaired(text) != nil
  }

  /// The text whose UTF-8 bytes were taken for characters of Latin-1 or Windows-1252; `nil` for
  /// others.
  private static func repaired(_ text: String) -> String? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.value <= 0xFF {
        bytes.append(UInt8(scalar.value))
      } else if let byte = windows1252[scalar] {
        bytes.append(byte)
      } else {
        return nil
      }
    }
    guard bytes.contains(where: { $0 >= 0xC2 }) else { return nil }
    return String(validating: bytes, as: UTF8.self).flatMap { $0 == text ? nil : $0 }
  }

  /// The characters that Windows-1252 has where Latin-1 has control characters.
  private static let windows1252: [Unicode.Scalar: UInt8] = {
    let scalars = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars
    return Dictionary(
      zip(scalars, UInt8(0x80)...UInt8(0x9F)), uniquingKeysWith: { first, _ in first })
  }()
}
