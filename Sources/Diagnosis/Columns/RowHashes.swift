import Datasets

/// A number of 64 bits for each sample, the same for samples whose cells are the same.
///
/// Two different samples share one with a chance of about n^2 / 2^65 among n.
enum RowHashes {
  /// The hashes of a file's samples: rows, or whole series.
  static func samples(of file: ExaminedFile, columns: [String]) -> [UInt64] {
    let rows = rows(of: file.table, columns: columns)
    guard let lengths = file.lengths else { return rows }
    var start = 0
    return lengths.map { length in
      defer { start += length }
      return rows[start..<start + length].reduce(UInt64(length)) { RowDraw.mixed($0 ^ $1) }
    }
  }

  private static func rows(of table: Table, columns: [String]) -> [UInt64] {
    var hashes = [UInt64](repeating: 0, count: table.rowCount)
    for (place, name) in columns.enumerated() {
      let salt = UInt64(place + 1) &* 0x9E37_79B9_7F4A_7C15
      hashes.withUnsafeMutableBufferPointer { hashes in
        switch table[name] {
        case .numeric(let values):
          for row in hashes.indices {
            // Both zeros are one number, and all gaps are one.
            let value = values[row]
            let bits = value.isNaN ? 1 : (value + 0).bitPattern
            hashes[row] = RowDraw.mixed(hashes[row] ^ bits &+ salt)
          }
        case .categorical(let column):
          let levels = column.levels.map { hash(of: $0) }
          for row in hashes.indices {
            let code = Int(column.codes[row])
            hashes[row] = RowDraw.mixed(hashes[row] ^ (code < 0 ? 1 : levels[code]) &+ salt)
          }
        case nil: break
        }
      }
    }
    return hashes
  }

  /// FNV-1a over the bytes of a text (Fowler, Noll, Vo).
  private static func hash(of text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
