import CKernels

extension Network {
  /// Evaluates the present weights; dropout and the like are off.
  ///
  /// - Parameters:
  ///   - samples: The rows, with their labels or targets.
  ///   - loss: The loss of a row.
  ///   - look: Shown the outputs, some rows after the other.
  /// - Returns: The sums over the rows.
  /// - Precondition: The samples have the network's inputs, and labels or targets that fit the loss.
  public func evaluate(
    _ samples: Samples, loss: LossFunction, look: (PassOutputs) -> Void = { _ in }
  ) -> Evaluation {
    var sums = ck_loss_sums()
    forEachPass(samples, rows: 0..<samples.count) { rows in
      let answers = samples.answers.advanced(by: rows.lowerBound)
      var outputs = workspace.networkOutputs(
        samples: rows.count, weights: samples.weights.map { $0.start + rows.lowerBound })
      loss.accumulate(kernels.pointee, outputs: &outputs, answers: answers, into: &sums)
      look(
        PassOutputs(
          rows: rows, width: outputs.columns, start: outputs.values, stride: outputs.row))
    }
    var evaluation = Evaluation()
    evaluation.rows = samples.count
    evaluation.rowsWithLoss = sums.rows_with_loss
    evaluation.lossSum = sums.loss
    evaluation.correct = sums.correct
    evaluation.absoluteError = sums.absolute_error
    evaluation.squaredError = sums.squared_error
    return evaluation
  }

  /// Writes the outputs of some rows, logits in classification, row-major.
  ///
  /// - Precondition: The samples have the network's inputs, and the rows exist.
  public func outputs(of samples: Samples, rows: Range<Int>, into destination: inout [Float]) {
    destination.removeAll(keepingCapacity: true)
    destination.reserveCapacity(rows.count * architecture.outputs)
    forEachPass(samples, rows: rows) { pass in
      appendOutput(ofLayer: stack.layers.count - 1, samples, pass, to: &destination)
    }
  }

  /// The outputs of every weighted layer for some rows, embeddings apart; the last is the output layer, the logits.
  ///
  /// - Precondition: The samples have the network's inputs, and the rows exist.
  public func activations(of samples: Samples, rows: Range<Int>) -> [LayerActivations] {
    let shown = stack.layers.indices.filter {
      !stack.layers[$0].parameters.isEmpty && !(stack.layers[$0] is EmbeddingLayer)
    }
    var values = [[Float]](repeating: [], count: shown.count)
    forEachPass(samples, rows: rows) { pass in
      for (position, layer) in shown.enumerated() {
        appendOutput(ofLayer: layer, samples, pass, to: &values[position])
      }
    }
    return zip(shown, values).map { index, values in
      let layer = stack.layers[index]
      return LayerActivations(
        name: layer.name, units: layer.outputShape.width,
        activation: (layer as? DenseLayer)?.activation
          ?? (layer is RecurrentLayer ? .tanh : .linear),
        values: values)
    }
  }

  /// Runs the forward pass over rows, as many at a time as there is room for.
  private func forEachPass(_ samples: Samples, rows: Range<Int>, _ body: (Range<Int>) -> Void) {
    precondition(
      samples.features == architecture.features && samples.steps == architecture.steps,
      "samples of \(samples.features) features for a network of \(architecture.features)")
    precondition(
      rows.lowerBound >= 0 && rows.upperBound <= samples.count,
      "rows \(rows) of \(samples.count)")
    precondition(
      samples.lengths == nil || architecture.takesUnevenSeries,
      "series of unequal length for layers that need equal ones")
    var start = rows.lowerBound
    while start < rows.upperBound {
      let pass = start..<min(start + maximumBatch, rows.upperBound)
      workspace.forward(
        input: samples.inputs.start + start * samples.width,
        lengths: samples.lengths.map { $0 + start }, samples: pass.count, weights: flat.start)
      body(pass)
      onPass?(pass.count)
      start = pass.upperBound
    }
  }

  /// Appends what a layer put out for the rows of a pass, of series the steps that are part of them.
  private func appendOutput(
    ofLayer index: Int, _ samples: Samples, _ rows: Range<Int>, to values: inout [Float]
  ) {
    let shape = stack.layers[index].outputShape
    for (place, row) in rows.enumerated() {
      let output = workspace.output(ofLayer: index) + place * shape.floatsPerSample
      let length = shape.steps == nil ? nil : samples.lengths.map { Int($0[row]) }
      for step in 0..<(length ?? shape.rowsPerSample) {
        values.append(
          contentsOf: UnsafeBufferPointer(start: output + step * shape.stride, count: shape.width))
      }
    }
  }
}
