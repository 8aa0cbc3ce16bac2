/// A run of inputs that tell a category, one input each, and the numbers that stand for it instead.
public struct Embedding: Sendable, Hashable, Codable {
  /// The first of the inputs.
  public var first: Int

  /// The inputs: the categories.
  public var categories: Int

  /// The numbers that a category becomes, above 0.
  public var dimensions: Int

  /// Creates an embedding.
  public init(first: Int, categories: Int, dimensions: Int) {
    self.first = first
    self.categories = categories
    self.dimensions = dimensions
  }

  /// The inputs.
  public var inputs: Range<Int> { first..<first + max(categories, 0) }
}

extension NetworkArchitecture {
  /// The numbers of a row, or of a step, behind the embeddings.
  public var embeddedWidth: Int {
    embeddings.reduce(features) { $0 - $1.categories + $1.dimensions }
  }

  /// For each number behind the embeddings the input that it is, or the first of those that it stands
  /// for.
  var inputOfPosition: [Int] {
    var inputs: [Int] = []
    var next = 0
    for embedding in embeddings {
      inputs += next..<embedding.first
      inputs += [Int](repeating: embedding.first, count: embedding.dimensions)
      next = embedding.inputs.upperBound
    }
    return inputs + (next..<features)
  }

  /// Why the embeddings cannot be made of the inputs, if so.
  var problemOfEmbeddings: String? {
    var next = 0
    for embedding in embeddings {
      // Numbers of a file: compared so that none overflows.
      guard embedding.first >= next, embedding.first < features, embedding.categories > 0,
        embedding.categories <= features - embedding.first,
        (1...LayerSpecification.maximumUnits).contains(embedding.dimensions)
      else {
        return
          "an embedding of \(embedding.categories) inputs from \(embedding.first) on in \(embedding.dimensions) numbers does not "
          + "fit \(features) inputs and those in front: choose other columns or dimensions"
      }
      next = embedding.inputs.upperBound
    }
    return nil
  }
}
