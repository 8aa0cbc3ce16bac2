public import Runs

/// What a run is called in the header: its data and its network.
public enum RunTitle {
  /// The data: the folder of the training file, or its name where that says more.
  ///
  /// `sample-data/digits/train_clean.csv` is `digits`, `flights.csv` is `flights`.
  public static func data(_ configuration: DataConfiguration) -> String {
    let parts = configuration.train.split(separator: "/").map(String.init)
    guard let file = parts.last else { return configuration.train }
    if configuration.train == "-" { return Narration.fileName("-") }
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    let folder = parts.dropLast().last { $0 != "." && $0 != ".." }
    return stem.lowercased().hasPrefix("train") ? folder ?? stem : stem
  }

  /// The names of the hidden layers whose activations can be looked at: `dense_0`, `gru_0`.
  static func weightedLayers(_ layers: String) -> [String] {
    var counts: [Substring: Int] = [:]
    return layers.split(separator: ",").compactMap { layer in
      guard let kind = layer.split(separator: ":").first.map({ $0.drop(while: \.isWhitespace) }),
        ["dense", "rnn", "gru", "lstm"].contains(kind) || kind.hasPrefix("bi-")
      else { return nil }
      defer { counts[kind, default: 0] += 1 }
      return "\(kind)_\(counts[kind, default: 0])"
    }
  }

  /// The network: `64-32 relu`, with kinds other than dense by their word.
  static func network(_ layers: String) -> String {
    let parts = layers.split(separator: ",").map { $0.split(separator: ":").map(String.init) }
    var names: [String] = []
    var activations: [String] = []
    for part in parts {
      guard let kind = part.first else { continue }
      if kind == "dense", part.count >= 2 {
        names.append(part[1])
        activations.append(part.count > 2 ? part[2] : "linear")
      } else {
        names.append(([kind] + part.dropFirst().prefix(1)).joined(separator: " "))
      }
    }
    let same = Set(activations).count == 1 ? " \(activations[0])" : ""
    return (names.isEmpty ? "linear" : names.joined(separator: "-")) + same
  }
}
