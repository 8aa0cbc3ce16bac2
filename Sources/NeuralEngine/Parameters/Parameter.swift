/// A named matrix in the flat buffer of a network's weights.
///
/// Rows are padded to a multiple of 16 floats, so that every kernel works in whole vectors and every
/// matrix starts at a multiple of 64 bytes. The padding is zero and stays zero: its gradient is.
struct Parameter: Sendable {
  /// `KIND_N/VARIABLE`.
  let name: String

  /// The shape in which it is saved; the last dimension is a row.
  let shape: [Int]

  let initializer: Initializer

  let role: Role

  /// What becomes of a parameter in a step.
  enum Role: Sendable {
    /// Trained; the penalties pull at it.
    case kernel
    /// Trained; penalties pull at it when asked to.
    case bias
    /// Trained: a row for each category; penalised where its layer is named.
    case table
    /// Trained, and never penalised: it multiplies what is of size 1, or is added to that.
    case scale
    /// A moving average of what the layer puts in the place of its gradient.
    case average
  }

  /// Whether the penalties pull at it: kernels, not biases.
  var isPenalised: Bool { role == .kernel }

  /// The layer that it belongs to.
  var layer: Substring { name.prefix { $0 != "/" } }

  /// Where it starts in the flat buffer.
  let offset: Int

  var columns: Int { shape[shape.count - 1] }
  var rows: Int { shape.dropLast().reduce(1, *) }
  var stride: Int { paddedWidth(columns) }
  var count: Int { rows * columns }

  /// The floats it takes in the flat buffer, padding included.
  var extent: Int { rows * stride }

  /// The elements in row-major order, without padding.
  func values(in flat: UnsafePointer<Float>) -> [Float] {
    [Float](unsafeUninitializedCapacity: count) { values, initialized in
      for row in 0..<rows {
        for column in 0..<columns {
          values[row * columns + column] = flat[offset + row * stride + column]
        }
      }
      initialized = count
    }
  }

  /// Writes elements in row-major order; the padding is left alone.
  func write(_ values: [Float], to flat: UnsafeMutablePointer<Float>) {
    for row in 0..<rows {
      for column in 0..<columns {
        flat[offset + row * stride + column] = values[row * columns + column]
      }
    }
  }
}
