/// A list of layers that need not be readable.
public struct LayersAsWritten: Sendable {
  /// The layers between the commas.
  let items: [String]

  /// Takes a list apart.
  public init(_ text: String) {
    items = text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
  }

  /// The places of layers with a softmax for their activation.
  var softmaxes: [Int] {
    items.indices.filter { items[$0].lowercased().filter(\.isLetter).hasSuffix("softmax") }
  }

  /// The list with a linear layer for each softmax, so that all layers keep their names.
  ///
  /// `nil` when there is no softmax.
  public var withoutSoftmax: String? {
    let softmaxes = Set(softmaxes)
    guard !softmaxes.isEmpty else { return nil }
    return items.enumerated().map { place, item in
      let parts = item.split(separator: ":")
      return softmaxes.contains(place) && parts.count == 3 ? "\(parts[0]):\(parts[1]):linear" : item
    }.joined(separator: ",")
  }
}
