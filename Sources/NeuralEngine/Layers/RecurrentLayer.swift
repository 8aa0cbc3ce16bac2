/// A recurrent layer, in one or both directions of time.
///
/// Its output is the last state [units], or the state behind every step [steps, units]. In both
/// directions it is twice as wide, forward units first (Keras's Bidirectional with concat); the last
/// state of the backward half is the one after it has read the series back to its first step. Of a
/// series that is shorter than its room the last state is that of its last step, the backward half
/// starts there, and a series that is put out is zero behind it (Keras's Masking; Keras repeats the
/// last state instead of zeros, which no layer that heeds the mask sees).
/// Parameters are `NAME/kernel`, `NAME/recurrent_kernel` and `NAME/bias`; with two directions
/// `NAME/forward/kernel`, `NAME/backward/kernel` and so on.
struct RecurrentLayer: Layer {
  let name: String
  let inputShape: SampleShape
  let outputShape: SampleShape
  let returnsSeries: Bool
  let halves: [RecurrentHalf]

  var parameters: [Parameter] { halves.flatMap { [$0.kernel, $0.recurrentKernel, $0.bias] } }

  init(
    name: String, cell: RecurrentCell, units: Int, isBidirectional: Bool, returnsSeries: Bool,
    input: SampleShape, offset: Int, initializer: Initializer
  ) {
    self.name = name
    self.returnsSeries = returnsSeries
    inputShape = input
    outputShape = .padded(
      steps: returnsSeries ? input.rowsPerSample : nil, width: isBidirectional ? 2 * units : units)
    let forward = RecurrentHalf(
      name: isBidirectional ? "\(name)/forward" : name, cell: cell, units: units,
      isReversed: false, input: input, offset: offset, initializer: initializer)
    guard isBidirectional else {
      halves = [forward]
      return
    }
    halves = [
      forward,
      RecurrentHalf(
        name: "\(name)/backward", cell: cell, units: units, isReversed: true, input: input,
        offset: offset + forward.extent, initializer: initializer),
    ]
  }

  func scratchCount(samples: Int) -> Int {
    halves.reduce(0) { $0 + $1.scratch(samples: samples).count }
  }

  func forward(_ pass: LayerPass) {
    if returnsSeries, pass.lengths != nil {
      pass.output.update(repeating: 0, count: pass.samples * outputShape.floatsPerSample)
    }
    var start = pass.scratch
    for (index, half) in halves.enumerated() {
      let scratch = half.scratch(samples: pass.samples)
      half.forward(pass, scratch, at: start)
      forEachState(of: half, index, pass) { state, place in
        (pass.output + place).update(from: start + scratch.states + state, count: half.units)
      }
      start += scratch.count
    }
  }

  func backward(_ pass: LayerPass) {
    guard let training = pass.training else { return }
    let readsEveryStep = returnsSeries || pass.lengths != nil
    var start = pass.scratch
    for (index, half) in halves.enumerated() {
      let scratch = half.scratch(samples: pass.samples)
      let firstStep = pass.samples * half.width
      // Steps that are put out nowhere have no gradient; nor has the padding.
      let readFrom = readsEveryStep ? 0 : inputShape.rowsPerSample - 1
      (start + scratch.above + readFrom * firstStep).update(
        repeating: 0, count: (inputShape.rowsPerSample - readFrom) * firstStep)
      forEachState(of: half, index, pass) { state, place in
        (start + scratch.above + state - firstStep).update(
          from: training.outputGradient + place, count: half.units)
      }
      half.backward(
        pass, training, scratch, at: start, gradientAtEveryStep: readsEveryStep, adds: index > 0)
      start += scratch.count
    }
  }

  /// Calls `body` with the place of each state that is put out, among the states of the half and in
  /// the layer's output.
  private func forEachState(
    of half: RecurrentHalf, _ index: Int, _ pass: LayerPass, _ body: (Int, Int) -> Void
  ) {
    for sample in 0..<pass.samples {
      let length = pass.steps(ofSample: sample, in: inputShape)
      for step in (returnsSeries ? 0 : length - 1)..<length {
        let time = half.isReversed ? length - 1 - step : step
        body(
          ((step + 1) * pass.samples + sample) * half.width,
          sample * outputShape.floatsPerSample + (returnsSeries ? time * outputShape.stride : 0)
            + index * half.units)
      }
    }
  }
}
