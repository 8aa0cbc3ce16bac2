/// All steps of a series as one row, step by step: [steps, width] becomes [steps * width].
///
/// All series have to fill their room.
struct FlattenLayer: Layer {
  let name: String
  let inputShape: SampleShape
  let outputShape: SampleShape
  let parameters: [Parameter] = []

  init(name: String, input: SampleShape) {
    self.name = name
    inputShape = input
    outputShape = .padded(steps: nil, width: input.rowsPerSample * input.width)
  }

  func scratchCount(samples: Int) -> Int { 0 }

  func forward(_ pass: LayerPass) {
    forEachStep(pass) { row, place in
      (pass.output + place).update(from: pass.input + row, count: inputShape.width)
    }
  }

  func backward(_ pass: LayerPass) {
    guard let training = pass.training, let inputGradient = training.inputGradient else { return }
    forEachStep(pass) { row, place in
      (inputGradient + row).update(
        from: training.outputGradient + place, count: inputShape.width)
    }
  }

  /// Calls `body` with the places of a step in the input and in the output.
  private func forEachStep(_ pass: LayerPass, _ body: (Int, Int) -> Void) {
    for sample in 0..<pass.samples {
      for step in 0..<inputShape.rowsPerSample {
        body(
          sample * inputShape.floatsPerSample + step * inputShape.stride,
          sample * outputShape.stride + step * inputShape.width)
      }
    }
  }
}
