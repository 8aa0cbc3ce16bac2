/// The candidate that is the fewest edits away from `word`; among equals the first in alphabetical order.
func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  candidates.sorted().min { editDistance(word, $0) < editDistance(word, $1) }
}

/// The insertions, deletions and substitutions that turn one word into the other (Levenshtein).
func editDistance(_ first: String, _ second: String) -> Int {
  let second = Array(second)
  var row = Array(0...second.count)
  for (i, character) in first.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in second.enumerated() {
      let substitution = diagonal + (character == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[second.count]
}
