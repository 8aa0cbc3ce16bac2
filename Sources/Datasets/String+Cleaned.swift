extension String {
  /// The text with nothing in it that a terminal would obey.
  ///
  /// Tabs and line breaks become spaces; every other control character (C0, DEL, C1), line and
  /// paragraph separators, and the marks that alter the direction of text become U+FFFD. Text from
  /// outside (column names, categories, paths) goes through this on its way to a person.
  public var cleaned: String {
    guard unicodeScalars.contains(where: { $0.isObeyedByTerminals }) else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r": scalars.append(" ")
      case _ where scalar.isObeyedByTerminals: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// The text cut to at most `limit` characters, an ellipsis in place of what is cut off.
  ///
  /// - Precondition: `limit` is positive.
  public func shortened(to limit: Int) -> String {
    precondition(limit > 0, "a text cannot be shortened to \(limit) characters")
    guard let cut = index(startIndex, offsetBy: limit, limitedBy: endIndex), cut < endIndex else {
      return self
    }
    return prefix(limit - 1) + "…"
  }

  /// The path as it stands in a message: cleaned, in quotes when nothing would be seen of it, and
  /// `standard input` for `-`.
  public var pathForMessage: String {
    isEmpty ? "\"\"" : self == StandardInput.path ? "standard input" : cleaned
  }

  /// The text as it stands in a message: cleaned, cut to 60 characters, in double quotes.
  package var quotedForMessage: String {
    "\"\(cleaned.shortened(to: 60))\""
  }
}

extension Unicode.Scalar {
  fileprivate var isObeyedByTerminals: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
