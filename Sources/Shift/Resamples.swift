/// Draws of rows with replacement, as often as there are rows: the bootstrap.
///
/// Each resample is kept as how often it holds each row, so that the sum of any number over the rows is one product,
/// and sums of several numbers belong to the same rows. Efron, Annals of Statistics 7 (1979) 1-26.
public struct Resamples: Sendable, Equatable {
  /// The rows that are drawn from.
  public let rows: Int

  /// The number of resamples.
  public let count: Int

  /// How often each row is in each resample, resample after resample.
  private let multiplicities: [UInt8]

  /// The number of resamples where nothing else is said.
  ///
  /// One less than a round number, so that a share of them has a whole place.
  public static let usualCount = 1999

  /// Draws the resamples; a function of its arguments.
  ///
  /// - Parameters:
  ///   - rows: The rows to draw from, at least one.
  ///   - count: How many resamples to draw, at least one.
  ///   - seed: The seed of the draws.
  /// - Precondition: Both counts are above 0.
  public init(rows: Int, count: Int = usualCount, seed: UInt64) {
    precondition(rows > 0 && count > 0, "\(count) resamples of \(rows) rows")
    self.rows = rows
    self.count = count
    var random = SplitMix64(seed: seed)
    multiplicities = [UInt8](unsafeUninitializedCapacity: rows * count) { buffer, initialized in
      buffer.initialize(repeating: 0)
      for resample in 0..<count {
        let start = resample * rows
        for _ in 0..<rows { buffer[start + random.next(below: rows)] &+= 1 }
      }
      initialized = rows * count
    }
  }

  /// The sum of a number over the rows of each resample.
  ///
  /// - Parameter values: The number of each row.
  /// - Returns: One sum a resample.
  /// - Precondition: There is a value for each row.
  public func sums(of values: [Double]) -> [Double] {
    precondition(values.count == rows, "\(values.count) values for \(rows) rows")
    return values.withUnsafeBufferPointer { values in
      multiplicities.withUnsafeBufferPointer { multiplicities in
        (0..<count).map { resample in
          let counts = UnsafeBufferPointer(
            rebasing: multiplicities[resample * rows..<(resample + 1) * rows])
          return Self.product(counts, values)
        }
      }
    }
  }

  /// In eight sums, which are added at the end: one alone would wait for itself.
  private static func product(
    _ counts: UnsafeBufferPointer<UInt8>, _ values: UnsafeBufferPointer<Double>
  ) -> Double {
    var sums = SIMD8<Double>.zero
    var row = 0
    while row + 8 <= values.count {
      var factors = SIMD8<Double>.zero
      var numbers = SIMD8<Double>.zero
      for lane in 0..<8 {
        factors[lane] = Double(counts[row + lane])
        numbers[lane] = values[row + lane]
      }
      sums += factors * numbers
      row += 8
    }
    var sum = sums.sum()
    while row < values.count {
      sum += Double(counts[row]) * values[row]
      row += 1
    }
    return sum
  }
}
