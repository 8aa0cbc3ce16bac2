extension LayerSpecification {
  /// The most units that one layer may have.
  public static let maximumUnits = 65_536

  /// Reads a list of layers such as `dense:64:relu,dropout:0.2,dense:32:relu`.
  ///
  /// A dense layer without an activation is a ReLU layer. An empty list is no hidden layer.
  ///
  /// - Parameter list: The layers, separated by commas.
  /// - Returns: The layers in order.
  /// - Throws: ``LayerSyntaxError`` for the first layer that cannot be read.
  public static func parse(_ list: String) throws(LayerSyntaxError) -> [LayerSpecification] {
    var layers: [LayerSpecification] = []
    if list.allSatisfy(\.isWhitespace) { return layers }
    for item in list.split(separator: ",", omittingEmptySubsequences: false) {
      layers.append(try parse(item: trimmed(item)))
    }
    return layers
  }

  private static func parse(item: Substring) throws(LayerSyntaxError) -> LayerSpecification {
    let parts = item.split(separator: ":", omittingEmptySubsequences: false).map(trimmed)
    func failure(_ remedy: String) -> LayerSyntaxError {
      LayerSyntaxError(layer: String(item), remedy: remedy)
    }
    switch parts.first ?? "" {
    case "dense":
      guard (2...3).contains(parts.count), let units = Int(parts[1]),
        (1...maximumUnits).contains(units)
      else {
        throw failure("write dense:UNITS:ACTIVATION with 1 to \(maximumUnits) units")
      }
      guard parts.count == 3 else { return .dense(units: units, activation: .relu) }
      guard let activation = Activation(rawValue: String(parts[2])) else {
        let names = Activation.allCases.map(\.rawValue).joined(separator: ", ")
        throw failure("the activations are \(names)")
      }
      return .dense(units: units, activation: activation)
    case "dropout":
      guard parts.count == 2, let rate = Double(parts[1]), rate >= 0, rate < 1 else {
        throw failure("write dropout:RATE with a rate from 0 up to, not including, 1")
      }
      return .dropout(rate: rate)
    case "noise":
      guard parts.count == 2, let deviation = Double(parts[1]), deviation >= 0, deviation.isFinite
      else { throw failure("write noise:DEVIATION with a standard deviation of 0 or more") }
      return .noise(deviation: deviation)
    case "batchnorm" where parts.count == 1: return .batchNormalization
    case "layernorm" where parts.count == 1: return .layerNormalization
    case "flatten" where parts.count == 1: return .flatten
    case let word where parts.count == 1 && Pooling(rawValue: String(word)) != nil:
      return .pooling(word == Pooling.average.rawValue ? .average : .maximum)
    default:
      return try recurrent(item: item, parts: parts)
    }
  }

  private static func recurrent(
    item: Substring, parts: [Substring]
  ) throws(LayerSyntaxError) -> LayerSpecification {
    let word = parts.first ?? ""
    let isBidirectional = word.hasPrefix("bi-")
    let cellWord = String(word.dropFirst(isBidirectional ? 3 : 0))
    guard RecurrentCell(rawValue: cellWord) != nil else {
      throw LayerSyntaxError(
        layer: String(item),
        remedy:
          "the layers are dense:UNITS:ACTIVATION, dropout:RATE, noise:DEVIATION, batchnorm, layernorm, and for series rnn:UNITS, "
          + "gru:UNITS, lstm:UNITS, the same with bi- in front, flatten, avgpool and maxpool")
    }
    let spelling = ([cellWord] + parts.dropFirst(2).map(String.init)).joined(separator: ":")
    guard parts.count >= 2, let units = Int(parts[1]), (1...maximumUnits).contains(units),
      let cell = RecurrentCell(rawValue: spelling)
    else {
      throw LayerSyntaxError(
        layer: String(item),
        remedy: "write \(word):UNITS with 1 to \(maximumUnits) units"
          + (cellWord == RecurrentCell.gru.rawValue ? ", or \(word):UNITS:reset-before" : ""))
    }
    return .recurrent(cell, units: units, isBidirectional: isBidirectional)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

/// A layer that cannot be read.
public struct LayerSyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The text of the layer.
  public let layer: String

  /// What to write instead.
  public let remedy: String

  /// One line: what is wrong, and what to do.
  public var description: String { "cannot read the layer '\(layer)': \(remedy)" }
}
