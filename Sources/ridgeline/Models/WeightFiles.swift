import Experiments
import Formats
import NeuralEngine
import Runs

extension SuppliedWeights {
  /// Reads the weights that a configuration names; a model of ours brings its preprocessing along.
  ///
  /// - Throws: A `FormatError` when a file is missing or is no safetensors file.
  init(readingFor configuration: RunConfiguration) throws {
    self.init()
    if let path = configuration.base {
      let file = try SafetensorsFile.read(path)
      base = file.tensors
      if let model = try SavedModel(file, from: path) {
        preprocessing = FittedPreprocessing(pipeline: model.pipeline, target: model.target)
      }
    }
    if let path = configuration.initialWeights {
      initial = try SafetensorsFile.read(path).tensors
    }
  }
}

extension TrainedModel {
  /// Writes the model with all that it needs to predict.
  ///
  /// - Throws: A `FormatError` when the file cannot be written.
  func write(to path: String) throws {
    try SavedModel(
      architecture: architecture, weights: weights, pipeline: pipeline, target: target,
      loss: loss, sequence: sequence, sampleWeight: sampleWeight, temperature: temperature
    ).write(path)
  }

  /// Reads a model that was written with `--save`.
  ///
  /// - Throws: A `FormatError` when the file is missing, damaged or holds weights alone.
  init(reading path: String) throws {
    let model = try SavedModel.read(path)
    self.init(
      architecture: model.architecture, weights: model.weights, pipeline: model.pipeline,
      target: model.target, loss: model.loss, sequence: model.sequence,
      sampleWeight: model.sampleWeight, temperature: model.temperature)
  }
}
