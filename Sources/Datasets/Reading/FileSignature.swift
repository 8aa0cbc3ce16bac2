/// What a file that is no CSV seems to be, by its first bytes.
enum FileSignature {
  /// The length of the UTF-8 byte order mark that the bytes begin with, or 0.
  static func byteOrderMarkLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The name of the kind of file, nil when nothing speaks against text.
  static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    signatures.first { bytes.starts(with: $0.bytes) }?.name
  }

  /// Each has a byte in it, or is long enough, that no header of a CSV file begins with it.
  private static let signatures: [(bytes: [UInt8], name: String)] = [
    ([0x1F, 0x8B], "gzip"),
    ([0x50, 0x4B, 0x03, 0x04], "a zip archive or an Excel workbook"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"),
    (Array("BZh91AY&SY".utf8), "bzip2"),
    (Array("PAR1\u{15}".utf8), "Parquet"),
    (Array("ARROW1\0".utf8), "Arrow"),
    ([0x93] + Array("NUMPY".utf8), "a NumPy array"),
    ([0x89] + Array("HDF".utf8), "HDF5"),
    (Array("SQLite format 3\0".utf8), "an SQLite database"),
    ([0x89] + Array("PNG".utf8), "a PNG image"),
    ([0x7F] + Array("ELF".utf8), "a program"),
    ([0xFF, 0xFE], "UTF-16 text"),
    ([0xFE, 0xFF], "UTF-16 text"),
  ]
}
