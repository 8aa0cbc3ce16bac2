/// The bins of the population stability index: open at both ends, with edges at the reference's
/// deciles, equal ones merged.
struct DecileBins {
  /// The inner edges, ascending; a value equal to an edge belongs to the bin above it.
  let edges: [Double]

  /// Creates the bins of a reference sample.
  init(_ reference: SortedSample) {
    var edges: [Double] = []
    for tenth in 1...9 {
      // Between infinities of both signs there is no quantile.
      guard let edge = reference.quantile(Double(tenth) / 10), !edge.isNaN else { continue }
      if edge != edges.last { edges.append(edge) }
    }
    self.edges = edges
  }

  /// The counts of a sample, one more than there are edges.
  func counts(of sample: SortedSample) -> [Int] {
    let below = edges.map(sample.count(below:))
    return zip(below + [sample.values.count], [0] + below).map { $0 - $1 }
  }
}
