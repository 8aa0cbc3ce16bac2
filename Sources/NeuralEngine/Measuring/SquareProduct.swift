import CKernels

/// The product of two large square matrices: a yardstick of what the processors can do.
///
/// It is made as the products of large layers are, and by two threads, as they are.
public final class SquareProduct {
  /// The rows and columns of both matrices.
  public let size: Int

  /// The additions and multiplications of one product.
  public var operations: Double { 2 * Double(size) * Double(size) * Double(size) }

  private let upper: Half
  private let teammate: Teammate

  /// Creates a product of matrices that hold small whole numbers.
  ///
  /// - Precondition: `size` is a multiple of 32: halves end where kernels' rows do.
  public init(size: Int) {
    precondition(size > 0 && size.isMultiple(of: 32), "a product of \(size) rows")
    self.size = size
    let right = AlignedBuffer(count: size * size)
    for place in 0..<right.count { right.start[place] = Float(place % 7 - 3) }
    upper = Half(right: right, size: size)
    let lower = Half(right: right, size: size)
    teammate = Teammate { lower.multiply() }
  }

  /// Multiplies once.
  public func perform() {
    teammate.start()
    upper.multiply()
    teammate.finish()
  }
}

/// Half of the rows of the left matrix with those of the result; one thread's.
private final class Half: @unchecked Sendable {
  private let left: AlignedBuffer
  private let right: AlignedBuffer
  private let result: AlignedBuffer
  private let packing = AlignedBuffer(count: Int(CK_PACKED_FLOATS))
  private let size: Int

  init(right: AlignedBuffer, size: Int) {
    self.right = right
    self.size = size
    left = AlignedBuffer(count: size / 2 * size)
    result = AlignedBuffer(count: size / 2 * size)
    for place in 0..<left.count { left.start[place] = Float(place % 5 - 2) }
  }

  func multiply() {
    KernelSet.selected.kernels.pointee.multiply(
      rows: size / 2, columns: size, depth: size,
      LeftFactor(start: UnsafePointer(left.start), stride: size),
      RowMajor(start: UnsafePointer(right.start), stride: size),
      into: RowMajor(start: result.start, stride: size), packing: packing.start)
  }
}
