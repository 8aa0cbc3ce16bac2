import Runs
import Shift
import Testing

@Suite struct RowOutcomesTests {
  @Test func rowsAreLookedAtUpToALimitOfMemory() {
    #expect(RowOutcomes.stride(of: 65_536, task: .classification) == 1)
    #expect(RowOutcomes.stride(of: 65_537, task: .classification) == 2)
    #expect(RowOutcomes.stride(of: 2_048, task: .regression) == 1)
    #expect(RowOutcomes.stride(of: 10_000, task: .regression) == 5)
    #expect(RowOutcomes.stride(of: 0, task: .regression) == 1)
    for epoch in [1, 256, 511, 512, 600, 100_000] {
      let stride = RowOutcomes.epochStride(at: epoch)
      #expect(epoch / stride <= 256 && stride.nonzeroBitCount == 1)
    }
  }

  @Test func onlyTheSameRowsAreCompared() {
    let own = RowOutcomes(rows: 3, values: .correct([0b101]))
    let other = RowOutcomes(rows: 3, values: .correct([0b110]))
    #expect(
      own.difference(from: other, resamples: nil) == PairedDifference(gained: 1, lost: 1, of: 3))
    #expect(
      own.difference(from: RowOutcomes(rows: 4, values: .correct([0])), resamples: nil) == nil)
    let errors = RowOutcomes(rows: 3, values: .unexplained([0.5, 0.1, 0]))
    #expect(own.difference(from: errors, resamples: nil) == nil)
    #expect(errors.difference(from: errors, resamples: nil) == nil)
    let same = errors.difference(from: errors, resamples: Resamples(rows: 3, count: 99, seed: 0))
    #expect(same?.difference == 0 && same?.p == 1)
  }
}
