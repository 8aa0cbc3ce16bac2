/// Categories as rows of numbers that are learned (Keras's Embedding); other inputs pass unchanged.
///
/// A run of inputs x, 1 for the category of the row and 0 for all others, becomes `x E` in its place, E
/// [categories, dimensions]. It is always the first layer. The tables are `embedding_N/embeddings`.
struct EmbeddingLayer: Layer {
  let name = "embedding"
  let inputShape: SampleShape
  let outputShape: SampleShape
  let parameters: [Parameter]

  private let embeddings: [Embedding]

  init(_ architecture: NetworkArchitecture, input: SampleShape) {
    inputShape = input
    outputShape = .padded(steps: input.steps, width: architecture.embeddedWidth)
    embeddings = architecture.embeddings
    var offset = 0
    parameters = embeddings.enumerated().map { index, embedding in
      let table = Parameter(
        name: "embedding_\(index)/embeddings", shape: [embedding.categories, embedding.dimensions],
        initializer: .randomUniform, role: .table, offset: offset)
      offset += table.extent
      return table
    }
  }

  func scratchCount(samples: Int) -> Int { 0 }

  func forward(_ pass: LayerPass) {
    for row in 0..<pass.samples * inputShape.rowsPerSample {
      let input = pass.input + row * inputShape.stride
      var output = pass.output + row * outputShape.stride
      (output + outputShape.width).update(
        repeating: 0, count: outputShape.stride - outputShape.width)
      var next = 0
      for (embedding, table) in zip(embeddings, parameters) {
        output.update(from: input + next, count: embedding.first - next)
        output += embedding.first - next
        output.update(repeating: 0, count: embedding.dimensions)
        for category in 0..<embedding.categories {
          let share = input[embedding.first + category]
          if share == 0 { continue }
          let numbers = pass.weights + table.offset + category * table.stride
          for place in 0..<embedding.dimensions { output[place] += share * numbers[place] }
        }
        output += embedding.dimensions
        next = embedding.inputs.upperBound
      }
      output.update(from: input + next, count: inputShape.width - next)
    }
  }

  func backward(_ pass: LayerPass) {
    guard let training = pass.training else { return }
    for table in parameters {
      (training.gradients + table.offset).update(repeating: 0, count: table.extent)
    }
    for row in 0..<pass.samples * inputShape.rowsPerSample {
      let input = pass.input + row * inputShape.stride
      var gradient = UnsafePointer(training.outputGradient + row * outputShape.stride)
      var next = 0
      for (embedding, table) in zip(embeddings, parameters) {
        gradient += embedding.first - next
        for category in 0..<embedding.categories {
          let share = input[embedding.first + category]
          if share == 0 { continue }
          let sums = training.gradients + table.offset + category * table.stride
          for place in 0..<embedding.dimensions { sums[place] += share * gradient[place] }
        }
        gradient += embedding.dimensions
        next = embedding.inputs.upperBound
      }
    }
  }
}
