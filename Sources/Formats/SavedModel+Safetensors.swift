import Datasets
import Foundation
import NeuralEngine

/// Safetensors with metadata: `format`, `format_version`, and as JSON `architecture`,
/// `preprocessing`, `target` and `loss`, of a model of series also `sequence`; as it is
/// spelled `sample_weight`, the column of the rows' factors, and `temperature`.
extension SavedModel {
  /// The version of the metadata that is written, and the newest that is read.
  static let formatVersion = 1

  private enum Key {
    static let format = "format"
    static let version = "format_version"
    static let architecture = "architecture"
    static let preprocessing = "preprocessing"
    static let target = "target"
    static let loss = "loss"
    static let sequence = "sequence"
    static let sampleWeight = "sample_weight"
    static let temperature = "temperature"
  }

  /// Writes the model whole or not at all.
  ///
  /// - Throws: A ``FormatError`` when the file cannot be written.
  public func write(_ path: String) throws(FormatError) {
    try safetensors(for: path).write(path)
  }

  /// Reads a model.
  ///
  /// - Throws: A ``FormatError`` when the file is no safetensors file, when its metadata is missing or
  ///   does not fit its tensors, or when a weight is not finite.
  public static func read(_ path: String) throws(FormatError) -> SavedModel {
    guard let model = try SavedModel(SafetensorsFile.read(path), from: path) else {
      throw FormatError(
        file: path, problem: "the file holds weights without architecture and preprocessing",
        remedy: "give a model that was written with --save")
    }
    return model
  }

  /// Takes a model out of a file that was read; `nil` when the file holds tensors alone.
  ///
  /// - Parameters:
  ///   - file: The contents of the file.
  ///   - path: The path, for errors.
  /// - Throws: A ``FormatError`` when the metadata is damaged or does not fit the tensors.
  public init?(_ file: SafetensorsFile, from path: String) throws(FormatError) {
    let metadata = file.metadata
    guard metadata[Key.format] == "ridgeline" else { return nil }
    func damaged(_ problem: String) -> FormatError {
      FormatError(file: path, problem: problem, remedy: "save the model again")
    }
    func decoded<Value: Decodable>(_ key: String, as type: Value.Type) throws(FormatError) -> Value
    {
      guard let text = metadata[key],
        let value = try? JSONDecoder().decode(type, from: Data(text.utf8))
      else { throw damaged("the metadata \(key) is missing or damaged") }
      return value
    }
    guard let version = metadata[Key.version].flatMap(Int.init) else {
      throw damaged("the metadata \(Key.version) is missing or damaged")
    }
    guard version <= Self.formatVersion else {
      throw FormatError(
        file: path, problem: "the model is of format \(version), newer than this program",
        remedy: "update ridgeline")
    }
    let shape = try decoded(Key.architecture, as: Architecture.self)
    guard let layers = try? LayerSpecification.parse(shape.layers), shape.features > 0,
      shape.outputs > 0, (shape.steps ?? 1) > 0
    else { throw damaged("the metadata \(Key.architecture) is damaged") }
    self.init(
      architecture: NetworkArchitecture(
        features: shape.features, steps: shape.steps, embeddings: shape.embeddings ?? [],
        layers: layers, outputs: shape.outputs),
      weights: file.tensors,
      pipeline: try decoded(Key.preprocessing, as: Pipeline.self),
      target: try decoded(Key.target, as: TargetEncoder.self),
      loss: metadata[Key.loss] == nil ? nil : try decoded(Key.loss, as: LossFunction.self),
      sequence: metadata[Key.sequence] == nil
        ? nil : try decoded(Key.sequence, as: SeriesColumns.self),
      sampleWeight: metadata[Key.sampleWeight],
      temperature: metadata[Key.temperature] == nil
        ? nil : try decoded(Key.temperature, as: Double.self))
    if let problem = inconsistency { throw damaged(problem) }
  }

  /// The file that the model is written as.
  private func safetensors(for path: String) throws(FormatError) -> SafetensorsFile {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func text(_ value: some Encodable) throws(FormatError) -> String {
      guard let data = try? encoder.encode(value) else {
        throw FormatError(
          file: path, problem: "the preprocessing holds a number that is not finite",
          remedy: "train again with other scaling")
      }
      return String(decoding: data, as: UTF8.self)
    }
    var metadata = [
      Key.format: "ridgeline", Key.version: "\(Self.formatVersion)",
      Key.architecture: try text(Architecture(architecture)),
      Key.preprocessing: try text(pipeline), Key.target: try text(target),
    ]
    if let loss { metadata[Key.loss] = try text(loss) }
    if let sequence { metadata[Key.sequence] = try text(sequence) }
    metadata[Key.sampleWeight] = sampleWeight
    if let temperature { metadata[Key.temperature] = try text(temperature) }
    return SafetensorsFile(tensors: weights, metadata: metadata)
  }

  /// What of the parts does not fit the others, if anything.
  private var inconsistency: String? {
    guard (architecture.steps == nil) == (sequence == nil) else {
      return architecture.steps == nil
        ? "the network works on rows, the preprocessing on series"
        : "the network works on series, the preprocessing on rows"
    }
    if let error = architectureError { return error }
    guard pipeline.inputs.count == architecture.features else {
      return "the preprocessing makes \(pipeline.inputs.count) inputs, the network takes "
        + "\(architecture.features)"
    }
    let usual = target.task == .classification
    if let loss, loss.isOfClasses != usual {
      return "the loss \(loss.kind.rawValue) is not for a \(target.task.rawValue)"
    }
    if loss?.kind == .binaryCrossentropy && target.classes.count != 2 {
      return "a binary loss needs two classes, the target has \(target.classes.count)"
    }
    let loss = loss ?? (usual ? .sparseCategoricalCrossentropy : .meanSquaredError)
    let outputs = loss.outputs(forClasses: target.classes.count)
    guard outputs == architecture.outputs else {
      return "the target needs \(outputs) outputs, the network has \(architecture.outputs)"
    }
    guard target.mean.isFinite, target.scale.isFinite, target.scale != 0 else {
      return "the scale of the target is not usable"
    }
    if let temperature, !(temperature.isFinite && temperature > 0) {
      return "the temperature is not usable"
    }
    let expected = architecture.parameterNamesAndShapes.map { "\($0.0) \($0.1)" }.sorted()
    let found = weights.map { "\($0.name) \($0.shape)" }.sorted()
    guard expected == found else {
      let missing = expected.first { !found.contains($0) }
      let extra = found.first { !expected.contains($0) }
      return "the network has \(missing ?? "no more tensors"), the file has "
        + "\(extra ?? "no more tensors")"
    }
    return weights.problem
  }

  /// Why the network cannot be made, if so: what follows makes it.
  private var architectureError: String? {
    do { try architecture.checkLayers() } catch { return error.description }
    do { try architecture.checkSize(batchSize: 1) } catch { return error.description }
    return nil
  }

  /// The architecture as it stands in the metadata.
  private struct Architecture: Codable {
    var features: Int
    var steps: Int?
    var embeddings: [Embedding]?
    var layers: String
    var outputs: Int

    init(_ architecture: NetworkArchitecture) {
      features = architecture.features
      steps = architecture.steps
      embeddings = architecture.embeddings.isEmpty ? nil : architecture.embeddings
      layers = architecture.layers.map(\.description).joined(separator: ",")
      outputs = architecture.outputs
    }
  }
}
