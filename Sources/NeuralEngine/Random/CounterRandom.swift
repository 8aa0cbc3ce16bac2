import CKernels
import Glibc

/// What random numbers are drawn for; draws for one purpose never disturb those for another.
///
/// The raw values are part of what a seed means and never change.
public enum RandomPurpose: UInt32, Sendable, CaseIterable {
  /// The weights before training.
  case initialWeights = 1
  /// The order of the rows in an epoch.
  case shuffle = 2
  /// Which elements dropout sets to zero.
  case dropout = 3
  /// Which rows are held out.
  case split = 4
  /// Which rows stand for many.
  case sample = 5
  /// Noise added to inputs.
  case noise = 7
  /// What a test of two samples draws: folds, features, permutations.
  case twoSampleTest = 8

  func stream(seed: UInt64, index: UInt64) -> ck_stream {
    ck_stream(seed: seed, purpose: rawValue, index: index)
  }
}

/// Random numbers that are a function of (seed, purpose, index, position) and of nothing else.
///
/// Philox 4x32-10: the seed is the key of a small cipher, the rest the counter that it enciphers
/// (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011). A stream holds 2^33
/// numbers of 64 bits.
public struct CounterRandom: RandomNumberGenerator, Sendable {
  private var stream: ck_stream
  private var position: UInt32 = 0
  private var spare: UInt64?

  /// Starts the stream of draws numbered `index` for a purpose.
  public init(seed: UInt64, purpose: RandomPurpose, index: UInt64 = 0) {
    stream = purpose.stream(seed: seed, index: index)
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    if let second = spare {
      spare = nil
      return second
    }
    var words: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    withUnsafeMutablePointer(to: &words) { block in
      block.withMemoryRebound(to: UInt32.self, capacity: 4) {
        ck_random_block(&stream, position, $0)
      }
    }
    position &+= 1
    spare = UInt64(words.3) << 32 | UInt64(words.2)
    return UInt64(words.1) << 32 | UInt64(words.0)
  }

  /// A double in 0..<1 with 53 random bits.
  public mutating func nextUnit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number of the standard normal distribution (Box and Muller, 1958; one of the pair).
  public mutating func nextNormal() -> Double {
    let radius = (-2 * log(1 - nextUnit())).squareRoot()
    return radius * cos(2 * .pi * nextUnit())
  }

  /// A number below `bound`, each equally likely (Lemire, 2019).
  ///
  /// - Precondition: `bound` is above 0.
  public mutating func next(below bound: UInt32) -> UInt32 {
    precondition(bound > 0, "a bound of 0 leaves nothing to draw")
    while true {
      let product = (next() & 0xffff_ffff) * UInt64(bound)
      let low = UInt32(truncatingIfNeeded: product)
      // The remainder is below the bound, so that it is needed for few draws.
      if low >= bound || low >= (0 &- bound) % bound { return UInt32(product >> 32) }
    }
  }
}
