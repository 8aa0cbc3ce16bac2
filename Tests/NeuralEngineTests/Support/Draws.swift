import NeuralEngine

/// Random test data from a stream of its own.
struct Draws {
  private var random: CounterRandom

  init(_ index: Int) {
    random = CounterRandom(seed: 17, purpose: .sample, index: UInt64(index))
  }

  mutating func float(_ range: ClosedRange<Float>) -> Float {
    range.lowerBound + Float(random.nextUnit()) * (range.upperBound - range.lowerBound)
  }

  mutating func floats(_ count: Int, _ range: ClosedRange<Float> = -2...2) -> [Float] {
    (0..<count).map { _ in float(range) }
  }

  mutating func integer(_ range: Range<Int>) -> Int {
    range.lowerBound + Int(random.next(below: UInt32(range.count)))
  }
}
