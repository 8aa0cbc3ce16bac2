import Datasets
import Foundation

/// The element types that can be read as weights, by their names in a safetensors header.
enum TensorElement: String, CaseIterable {
  case float32 = "F32"
  case float64 = "F64"
  case float16 = "F16"
  case bfloat16 = "BF16"

  /// The bytes of one element.
  var width: Int {
    switch self {
    case .float64: 8
    case .float32: 4
    case .float16, .bfloat16: 2
    }
  }

  /// The little-endian elements of `bytes` as single precision.
  ///
  /// - Precondition: The length of `bytes` is a multiple of ``width``.
  func values(of bytes: Data) -> [Float] {
    precondition(bytes.count.isMultiple(of: width), "\(bytes.count) bytes of \(rawValue)")
    return bytes.withUnsafeBytes { raw in
      (0..<raw.count / width).map { index in
        let offset = index * width
        switch self {
        case .float32:
          return Float(bitPattern: Self.load(UInt32.self, raw, offset))
        case .float64:
          return Float(Double(bitPattern: Self.load(UInt64.self, raw, offset)))
        case .bfloat16:
          return Float(bitPattern: UInt32(Self.load(UInt16.self, raw, offset)) << 16)
        case .float16:
          return Float(HalfPrecision.value(of: Self.load(UInt16.self, raw, offset)))
        }
      }
    }
  }

  private static func load<Word: FixedWidthInteger>(
    _ type: Word.Type, _ raw: UnsafeRawBufferPointer, _ offset: Int
  ) -> Word {
    Word(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: type))
  }
}
