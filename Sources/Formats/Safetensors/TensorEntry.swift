/// One tensor's line of a safetensors header, checked on its own.
struct TensorEntry {
  var name: String
  var type: TensorElement
  var shape: [Int]

  /// The place of the elements in the data after the header, in bytes.
  var bytes: Range<Int>

  /// What makes an entry unusable.
  struct Failure: Error {
    var problem: String
  }

  /// Reads an entry; its place must have the size that its type and shape ask for.
  init(name: String, value: HeaderValue) throws(Failure) {
    guard case .object(let pairs) = value else {
      throw Failure(problem: "tensor \(name) is no object in the header")
    }
    func field(_ key: String) throws(Failure) -> HeaderValue {
      let found = pairs.filter { $0.key == key }
      guard found.count == 1 else {
        throw Failure(
          problem: "tensor \(name) has \(found.isEmpty ? "no" : "more than one") \(key)")
      }
      return found[0].value
    }
    guard case .text(let typeName) = try field("dtype") else {
      throw Failure(problem: "the dtype of tensor \(name) is no text")
    }
    guard let type = TensorElement(rawValue: typeName) else {
      let known = TensorElement.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(problem: "tensor \(name) is of type \(typeName), not one of \(known)")
    }
    guard let shape = Self.sizes(try field("shape")) else {
      throw Failure(problem: "the shape of tensor \(name) is no list of sizes")
    }
    guard let offsets = Self.sizes(try field("data_offsets")), offsets.count == 2,
      offsets[0] <= offsets[1]
    else { throw Failure(problem: "the data_offsets of tensor \(name) are no pair of positions") }
    guard Self.byteCount(of: shape, width: type.width) == offsets[1] - offsets[0] else {
      throw Failure(
        problem: "tensor \(name) of shape \(shape) and type \(typeName) does not fill its "
          + "\(offsets[1] - offsets[0]) bytes")
    }
    self.name = name
    self.type = type
    self.shape = shape
    self.bytes = offsets[0]..<offsets[1]
  }

  private static func sizes(_ value: HeaderValue) -> [Int]? {
    guard case .list(let elements) = value else { return nil }
    var sizes: [Int] = []
    for element in elements {
      guard case .integer(let size) = element, size >= 0 else { return nil }
      sizes.append(size)
    }
    return sizes
  }

  /// The size of a tensor in bytes, or `nil` when it does not fit the machine.
  private static func byteCount(of shape: [Int], width: Int) -> Int? {
    var count = width
    for size in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow else { return nil }
      count = product
    }
    return count
  }
}
