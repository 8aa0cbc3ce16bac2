/// The mean or the largest value over all steps of a series, column by column.
///
/// Equal largest values share the gradient, as in Keras. Of a series that is shorter than its room the
/// steps that are there count alone, as in Keras's GlobalAveragePooling1D behind Masking; Keras's
/// GlobalMaxPooling1D does not heed the mask.
struct PoolingLayer: Layer {
  let name: String
  let pooling: Pooling
  let inputShape: SampleShape
  let outputShape: SampleShape
  let parameters: [Parameter] = []

  init(name: String, pooling: Pooling, input: SampleShape) {
    self.name = name
    self.pooling = pooling
    inputShape = input
    outputShape = .padded(steps: nil, width: input.width)
  }

  func scratchCount(samples: Int) -> Int { 0 }

  func forward(_ pass: LayerPass) {
    for sample in 0..<pass.samples {
      let steps = pass.steps(ofSample: sample, in: inputShape)
      let input = pass.input + sample * inputShape.floatsPerSample
      let output = pass.output + sample * outputShape.stride
      for column in 0..<inputShape.width {
        var result = input[column]
        for step in 1..<max(steps, 1) {
          let value = input[step * inputShape.stride + column]
          // Written so that a NaN stays.
          result = pooling == .average ? result + value : value <= result ? result : value
        }
        output[column] = pooling == .average ? result / Float(steps) : result
      }
    }
  }

  func backward(_ pass: LayerPass) {
    guard let training = pass.training, let inputGradient = training.inputGradient else { return }
    for sample in 0..<pass.samples {
      let steps = pass.steps(ofSample: sample, in: inputShape)
      let start = sample * inputShape.floatsPerSample
      for column in 0..<inputShape.width {
        let place = sample * outputShape.stride + column
        let gradient = training.outputGradient[place]
        let largest = pass.output[place]
        var sharing: Float = 0
        for step in 0..<steps where takesPart(pass, start, step, column, largest) { sharing += 1 }
        for step in 0..<steps {
          inputGradient[start + step * inputShape.stride + column] =
            takesPart(pass, start, step, column, largest) ? gradient / sharing : 0
        }
        for step in steps..<inputShape.rowsPerSample {
          inputGradient[start + step * inputShape.stride + column] = 0
        }
      }
    }
  }

  private func takesPart(
    _ pass: LayerPass, _ start: Int, _ step: Int, _ column: Int, _ largest: Float
  ) -> Bool {
    pooling == .average || pass.input[start + step * inputShape.stride + column] == largest
  }
}
