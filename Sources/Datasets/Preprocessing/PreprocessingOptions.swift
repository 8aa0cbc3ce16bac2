/// The choices that a pipeline is fitted with: for all columns, and for those that are named.
public struct PreprocessingOptions: Sendable, Equatable {
  /// How numbers are scaled.
  public var scaling: Scaling

  /// Scaled numbers are cut at plus and minus this; nil cuts nothing, nor does `Scaling.none`.
  public var clip: Double?

  /// Where numbers are cut before they are scaled.
  public var limits = ValueLimits()

  /// How the numbers of single columns are scaled.
  public var columnScalings: [String: Scaling] = [:]

  /// Where the scaled numbers of single columns are cut; nil cuts nothing.
  public var columnClips: [String: Double?] = [:]

  /// Where the numbers of single columns are cut before they are scaled.
  public var columnLimits: [String: ValueLimits] = [:]

  /// The columns of dates and the parts that become inputs; without any, all usual parts that vary.
  public var dates: [String: [DatePart]] = [:]

  /// The columns of ordered categories, from the lowest on; without any, in numeric order when all are
  /// numbers, else by code point.
  public var ordinals: [String: [String]] = [:]

  /// The columns whose categories are shared out by a hash, and the number of buckets, 2 or more.
  public var hashes: [String: Int] = [:]

  /// Creates options: `standard` scaling, cut at 10 deviations, unless told otherwise.
  ///
  /// - Precondition: `clip` is positive.
  public init(scaling: Scaling = .standard, clip: Double? = 10) {
    precondition(clip.map { $0 > 0 } ?? true, "a cut at \(clip ?? 0) leaves nothing")
    self.scaling = scaling
    self.clip = clip
  }
}

extension PreprocessingOptions {
  /// How the numbers of a column are scaled.
  public func scaling(of column: String) -> Scaling { columnScalings[column] ?? scaling }

  /// Where the scaled numbers of a column are cut; nil where nothing is, as without scaling.
  public func clip(of column: String) -> Double? {
    scaling(of: column) == .none ? nil : columnClips[column] ?? clip
  }

  /// Where the numbers of a column are cut before they are scaled.
  public func limits(of column: String) -> ValueLimits { columnLimits[column] ?? limits }

  /// The columns that are read as text, whatever they look like, by the options that name them.
  public var textColumns: [(option: String, columns: [String])] {
    [
      ("--dates", dates.keys.sorted()), ("--ordinal", ordinals.keys.sorted()),
      ("--hash", hashes.keys.sorted()),
    ]
  }

  /// The columns that have to hold numbers, or ranks, by the options that name them.
  public var numberColumns: [(option: String, columns: [String])] {
    [
      ("--scale", columnScalings.keys.sorted()),
      ("--clip", Set(columnClips.keys).union(columnLimits.keys).sorted()),
    ]
  }
}

extension PreprocessingOptions {
  /// The option of a choice, other than the usual one, that a base has not made; `nil` when it has made them all.
  public func choice(notIn base: PreprocessingOptions) -> String? {
    let usual = PreprocessingOptions()
    func isOwn(_ choice: KeyPath<PreprocessingOptions, some Equatable>) -> Bool {
      self[keyPath: choice] != usual[keyPath: choice]
        && self[keyPath: choice] != base[keyPath: choice]
    }
    if isOwn(\.dates) { return "--dates" }
    if isOwn(\.ordinals) { return "--ordinal" }
    if isOwn(\.hashes) { return "--hash" }
    if isOwn(\.scaling) || isOwn(\.columnScalings) { return "--scale" }
    let limits = isOwn(\.limits) || isOwn(\.columnLimits)
    return limits || isOwn(\.clip) || isOwn(\.columnClips) ? "--clip" : nil
  }

  /// The numbers of buckets that ``hashes`` may hold.
  public static let possibleBuckets = 2...65_536
}

extension PreprocessingOptions: Codable {
  /// Reads options; those that a file does not tell of are at their defaults.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    scaling = try values.decode(Scaling.self, forKey: .scaling)
    clip = try values.decodeIfPresent(Double.self, forKey: .clip)
    func named<Value: Decodable>(_ key: CodingKeys) throws -> [String: Value] {
      try values.decodeIfPresent([String: Value].self, forKey: key) ?? [:]
    }
    limits = try values.decodeIfPresent(ValueLimits.self, forKey: .limits) ?? ValueLimits()
    columnScalings = try named(.columnScalings)
    columnClips = try named(.columnClips)
    columnLimits = try named(.columnLimits)
    dates = try named(.dates)
    ordinals = try named(.ordinals)
    hashes = try named(.hashes)
  }
}
