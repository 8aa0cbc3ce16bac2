/// How one column of very many categories becomes inputs: each category falls into a bucket by a hash of
/// its spelling, and each bucket is an input.
///
/// Nothing is learned about a category, so none is unseen, and the target has no part in it. The bucket
/// is `h mod buckets`, h the 64-bit FNV-1a hash of the UTF-8 bytes, its bits mixed by the last step of
/// MurmurHash3: the same in every version and on every machine.
struct HashedFeature: Sendable, Equatable {
  let name: String
  let buckets: Int
  /// What fills a gap: the most frequent category, the first in order among equals.
  let mostFrequent: String
  /// Whether missingness is an input: where there were gaps in fitting.
  let hasIndicator: Bool
  /// How many categories occurred in fitting.
  let categories: Int
  /// How many of them share their bucket with another.
  let sharing: Int

  /// One category alone says nothing.
  private var hasBuckets: Bool { categories > 1 }

  var inputs: [InputDescription] {
    (hasBuckets ? 0..<buckets : 0..<0).map { InputDescription(column: name, part: .bucket($0)) }
      + (hasIndicator ? [InputDescription(column: name, part: .missingIndicator)] : [])
  }

  /// Fits a column.
  ///
  /// - Throws: `DatasetError` when every value is missing.
  static func fit(
    name: String, column: CategoricalColumn, buckets: Int
  ) throws(DatasetError) -> HashedFeature {
    let counted = zip(column.levels, column.levelCounts).filter { $0.1 > 0 }
    guard let mostFrequent = counted.max(by: { $0.1 < $1.1 }) else {
      throw DatasetError(.allMissing, column: name)
    }
    var perBucket: [Int: Int] = [:]
    for (level, _) in counted { perBucket[bucket(of: level, among: buckets), default: 0] += 1 }
    return HashedFeature(
      name: name, buckets: buckets, mostFrequent: mostFrequent.0,
      hasIndicator: column.codes.contains { $0 < 0 }, categories: counted.count,
      sharing: perBucket.values.reduce(0) { $0 + ($1 > 1 ? $1 : 0) })
  }

  /// Writes the inputs of a column.
  func write(_ column: CategoricalColumn, into block: InputBlock) -> CellCounts {
    let inputs = column.levels.map { Self.bucket(of: $0, among: buckets) }
    let fill = Self.bucket(of: mostFrequent, among: buckets)
    let indicator = hasBuckets ? buckets : 0
    for (row, code) in column.codes.enumerated() {
      if hasBuckets { block[row, code < 0 ? fill : inputs[Int(code)]] = 1 }
      if hasIndicator, code < 0 { block[row, indicator] = 1 }
    }
    return CellCounts()
  }

  /// That categories share buckets, if some do.
  var warning: DatasetWarning? {
    guard sharing > 0 else { return nil }
    return DatasetWarning(
      "\(sharing) of \(categories) categories of \(name.quotedForMessage) share one of "
        + "\(buckets) buckets with another; a larger number for --hash parts more of them")
  }

  /// The bucket of a category.
  static func bucket(of level: String, among buckets: Int) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in level.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // The low bits of FNV-1a alone depend on too few of the text's.
    hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return Int((hash ^ (hash >> 33)) % UInt64(buckets))
  }
}

extension HashedFeature: Codable {
  /// Reads a feature; a number of buckets that is never taken is an error.
  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    name = try values.decode(String.self, forKey: .name)
    buckets = try values.decode(Int.self, forKey: .buckets)
    mostFrequent = try values.decode(String.self, forKey: .mostFrequent)
    hasIndicator = try values.decode(Bool.self, forKey: .hasIndicator)
    categories = try values.decode(Int.self, forKey: .categories)
    sharing = try values.decode(Int.self, forKey: .sharing)
    guard PreprocessingOptions.possibleBuckets.contains(buckets) else {
      throw DecodingError.dataCorruptedError(
        forKey: .buckets, in: values, debugDescription: "\(buckets) buckets")
    }
  }
}
