/// The words that a column's name is made of.
enum NameWords {
  /// The words in lower case: `customerID_old` is customer, id, old.
  static func of(_ name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for character in name {
      guard character.isLetter || character.isNumber else {
        if !word.isEmpty { words.append(word) }
        (word, wasLower) = ("", false)
        continue
      }
      if wasLower, character.isUppercase {
        words.append(word)
        word = ""
      }
      wasLower = character.isLowercase || character.isNumber
      word += character.lowercased()
    }
    return word.isEmpty ? words : words + [word]
  }
}
