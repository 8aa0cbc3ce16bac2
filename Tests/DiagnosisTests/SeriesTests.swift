import CustomDump
import Diagnosis
import Runs
import Testing

/// Files with one row a step: what is looked at are series.
@Suite struct SeriesTests {
  /// Series of a wave with a label that its height leans towards.
  private static func series(_ count: Int, steps: Int = 8, from first: Int) -> Sheet {
    let rows = (first..<first + count).flatMap { series in
      (0..<steps).map { step -> [String] in
        let height = Double(series * 37 % 101) / 10
        let wave = height * Double((step * 3 + series) % 5) + Double((series * 13 + step * 7) % 11)
        let label = series * 37 % 101 + series * 53 % 60 > 80 ? "yes" : "no"
        return ["s\(series)", "\(step)", Sheet.text(wave), label]
      }
    }
    return Sheet(names: ["series", "step", "wave", "bought"], rows: rows)
  }

  private func experiment() -> Experiment {
    var experiment = Experiment()
    experiment.train = Self.series(80, from: 0)
    experiment.test = Self.series(60, from: 200)
    experiment.configure = {
      $0.data.sequence = SequenceColumns(series: "series", step: "step")
      $0.layers = "gru:8"
    }
    return experiment
  }

  @Test func nothingIsFoundWhereNothingIsWrong() throws {
    expectNoDifference(try experiment().findings(), [])
  }

  @Test func seriesThatAreFarLongerAreFound() throws {
    var experiment = experiment()
    experiment.train.rows += (100..<220).map {
      ["long", "\($0)", Sheet.text(Double($0 % 7)), "no"]
    }
    expectNoDifference(try experiment.found(), ["series-lengths train"])
  }

  @Test func aSeriesOfTrainInTestIsFoundUnderAnotherName() throws {
    var experiment = experiment()
    experiment.test?.rows += experiment.train.rows[..<16].map { ["x" + $0[0]] + $0.dropFirst() }
    expectNoDifference(try experiment.found(), ["leaked-rows test"])
    let message = try experiment.findings().first?.message
    #expect(message == "2 of 62 series stand in train too.")
  }
}
