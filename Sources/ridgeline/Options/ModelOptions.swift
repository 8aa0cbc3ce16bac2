import ArgumentParser
import NeuralEngine
import Runs

/// The network, and what fine-tuning starts from.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The hidden layers, such as dense:64:relu,batchnorm,dropout:0.2, for series also gru:32:reset-before,bi-lstm:16,avgpool; the output layer follows from the target. (default: dense:64:relu,dense:32:relu; with --sequence gru:32)",
      valueName: "layer,.."),
    transform: parseLayers)
  var layers: String?

  @Option(
    help: ArgumentHelp(
      "Columns of categories that become so many learned numbers each, or auto for those of many categories. (default: an input for each category)",
      valueName: "column=count,.."),
    transform: EmbeddingSettings.init(parsing:))
  var embedding: EmbeddingSettings?

  @Option(help: "Fine-tune from the base, or train from the initial weights (none).")
  var method = Method.fineTune

  @Option(
    help: ArgumentHelp("Weights to fine-tune from, as safetensors.", valueName: "file"),
    completion: .file())
  var base: String?

  @Option(
    name: .customLong("init"),
    help: ArgumentHelp("Initial weights for the method none, as safetensors.", valueName: "file"),
    completion: .file())
  var initialWeights: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The most epochs that the base is trained for. (default: 50)", valueName: "count"),
    transform: wholeNumber(atLeast: 0))
  var baseEpochs: Int?

  /// The layers that series go through when none are named.
  static let layersForSeries = "gru:32"

  /// Puts the options into `configuration`.
  ///
  /// - Throws: A usage error when options contradict one another.
  func apply(to configuration: inout RunConfiguration) throws {
    if base != nil, method == .none {
      throw ValidationError("--base is what fine-tune starts from; the method none takes --init")
    }
    if initialWeights != nil, method != .none {
      throw ValidationError("--init is for --method none; fine-tune starts from --base")
    }
    if baseEpochs != nil, method == .none {
      throw ValidationError(
        "--base-epochs is for the base of fine-tune, and the method none has no base: leave it out")
    }
    if baseEpochs != nil, base != nil {
      throw ValidationError(
        "--base-epochs is for a base that is trained, and --base brings one: leave one of them out")
    }
    if let layers {
      configuration.layers = layers
    } else if configuration.data.sequence != nil {
      configuration.layers = Self.layersForSeries
    }
    if let embedding { configuration.embedding = embedding }
    configuration.method = method
    configuration.base = base
    configuration.initialWeights = initialWeights
    if let baseEpochs { configuration.baseEpochs = baseEpochs }
  }
}

/// Checks a list of layers and returns it as it is spelled.
private func parseLayers(_ text: String) throws -> String {
  _ = try LayerSpecification.parse(text)
  return text
}

extension EmbeddingSettings {
  /// Reads `auto`, a list such as `city=8,shop=4`, or both.
  fileprivate init(parsing text: String) throws {
    self.init()
    let words = "auto, or a column of categories and a whole number from 1 to 65536"
    var named = ColumnList(argument: text)?.names ?? [""]
    isAutomatic = named.contains("auto")
    named.removeAll { $0 == "auto" }
    if named.isEmpty { return }
    let list = ColumnList(names: named).argument
    columns = try namedNumbers(list, of: words) { $0 >= 1 && $0 <= 65_536 && $0 == $0.rounded() }
      .mapValues { Int($0) }
  }
}
