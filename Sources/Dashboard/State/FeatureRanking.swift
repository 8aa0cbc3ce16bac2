/// The features of a view in order, and what they came to when they were put in it.
struct FeatureRanking: Sendable, Equatable {
  /// The places of the features in their view, those of the highest scores first.
  var order: [Int]

  /// Whether that is the order of an earlier look, kept while a person goes through the list.
  var isHeld = false

  /// The verdict on all of them in a line of plain words.
  var sentence: String
}
