/// The extent of one sample between two layers.
struct SampleShape: Sendable, Hashable {
  /// The steps of a series; `nil` when there is no time.
  var steps: Int?

  /// The numbers of one row, or of one step.
  var width: Int

  /// The distance between rows in memory; layers write rows padded to the kernels' unit.
  var stride: Int

  /// The rows of `width` numbers that one sample consists of.
  var rowsPerSample: Int { steps ?? 1 }

  /// The floats that one sample takes.
  var floatsPerSample: Int { rowsPerSample * stride }

  /// What a layer writes: rows of `width`, padded.
  static func padded(steps: Int?, width: Int) -> SampleShape {
    SampleShape(steps: steps, width: width, stride: paddedWidth(width))
  }
}
