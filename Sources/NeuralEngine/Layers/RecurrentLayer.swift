/// A recurrent layer, in one or both directions of time.
///
/// Its output is the last state [units], or the state behind every step [steps, units]. In both
/// directions it is twice as wide, forward units first (Keras's Bidirectional with concat); the last
/// state of the backward half is the one after it has read the series back to its first step.
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
    var start = pass.scratch
    for (index, half) in halves.enumerated() {
      let scratch = half.scratch(samples: pass.samples)
      half.forward(pass, scratch, at: start)
      forEachState(of: half, index, samples: pass.samples) { state, place in
        (pass.output + place).update(from: start + scratch.states + state, count: half.units)
      }
      start += scratch.count
    }
  }

  func backward(_ pass: LayerPass) {
    guard let training = pass.training else { return }
    var start = pass.scratch
    for (index, half) in halves.enumerated() {
      let scratch = half.scratch(samples: pass.samples)
      let firstStep = pass.samples * half.width
      forEachState(of: half, index, samples: pass.samples) { state, place in
        (start + scratch.above + state - firstStep).update(
          from: training.outputGradient + place, count: half.units)
      }
      half.backward(
        pass, training, scratch, at: start, gradientAtEveryStep: returnsSeries, adds: index > 0)
      start += scratch.count
    }
  }

  /// Calls `body` with the place of each state that is put out, among the states of the half and in
  /// the layer's output.
  private func forEachState(
    of half: RecurrentHalf, _ index: Int, samples: Int, _ body: (Int, Int) -> Void
  ) {
    let steps = inputShape.rowsPerSample
    for step in (returnsSeries ? 0 : steps - 1)..<steps {
      let time = half.isReversed ? steps - 1 - step : step
      for sample in 0..<samples {
        body(
          ((step + 1) * samples + sample) * half.width,
          sample * outputShape.floatsPerSample + (returnsSeries ? time * outputShape.stride : 0)
            + index * half.units)
      }
    }
  }
}
