import CustomDump
import Foundation
import Testing

@testable import Datasets

/// Dates, categories in an order and categories by a hash.
@Suite struct ColumnEncodingTests {
  private struct Cases: Decodable {
    struct Bucket: Decodable {
      var text: String
      var buckets: Int
      var bucket: Int
    }
    var buckets: [Bucket]
    var dates: [[String: Value]]

    /// A text or a number.
    enum Value: Decodable {
      case text(String)
      case number(Double)

      init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        self =
          try (try? value.decode(Double.self)).map(Value.number)
          ?? .text(value.decode(String.self))
      }
    }
  }

  private func table(_ name: String, _ cells: [String?]) -> Table {
    let levels = LevelOrder.sorted(cells.compactMap(\.self))
    let codes = cells.map { cell in Int32(cell.flatMap { levels.firstIndex(of: $0) } ?? -1) }
    return Table(
      source: "table", names: [name],
      columns: [.categorical(CategoricalColumn(codes: codes, levels: levels))])
  }

  private func options(_ change: (inout PreprocessingOptions) -> Void) -> PreprocessingOptions {
    var options = PreprocessingOptions()
    change(&options)
    return options
  }

  private func rows(_ matrix: FeatureMatrix) -> [[Float]] {
    (0..<matrix.rows).map { Array(matrix.values[($0 * matrix.columns)...].prefix(matrix.columns)) }
  }

  @Test func partsOfDatesAreThoseOfPandas() throws {
    for date in try Oracle.decode(Cases.self, from: "transforms.json").dates {
      guard case .text(let text)? = date["text"] else { continue }
      let time = try #require(CalendarTime(text), "\(text)")
      for part in DatePart.allCases {
        guard case .number(let wanted)? = date[part.rawValue] else {
          Issue.record("\(text) has no \(part)")
          continue
        }
        #expect(abs(time[part] - wanted) <= 1e-15 * abs(wanted), "\(text) \(part)")
      }
    }
  }

  @Test(arguments: [
    "", "2024", "2024-5-1", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-32", "1900-02-29",
    "31.12.2020", "12/31/2020", "2024-01/02", "2024-01-01T", "2024-01-01T24:00", "2024-01-01T1:00",
    "2024-01-01T10:60", "2024-01-01T10:00:61", "2024-01-01T10:00:00.", "2024-01-01T10:00+25:00",
    "2024-01-01X10:00", "2024-01-01T10:00Z2", "2024-01T10:00", "202405", "noon", "-2024-01-01",
    "２０２４-01-01",
  ])
  func whatIsNoDateIsNone(text: String) {
    #expect(CalendarTime(text) == nil)
  }

  @Test func datesBecomeThePartsThatVary() throws {
    let fit = table("day", ["2023-12-01", "2024-03-01", nil, "2024-06-01"])
    let pipeline = try Pipeline.fit(fit, options: options { $0.dates = ["day": []] })
    #expect(
      pipeline.inputs.map(\.description) == [
        "day (year)", "day (month, sine)", "day (month, cosine)", "day (weekday, sine)",
        "day (weekday, cosine)", "day (missing)",
      ])
    #expect(pipeline.columnKinds == ["day": .categorical])
    let inputs = rows(try pipeline.transform(fit))
    #expect(zip(inputs[0][1...2], [-0.5, 0.8660254]).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(zip(inputs[1][1...2], [0.8660254, 0.5]).allSatisfy { abs($0 - $1) < 1e-6 })
    // A gap is no time of the year, and of the middling year.
    #expect(inputs[2] == [inputs[1][0], 0, 0, 0, 0, 1])
    #expect(abs(inputs[0][0] + Float(2.0.squareRoot())) < 1e-6)

    let named = try Pipeline.fit(
      fit, options: options { $0.dates = ["day": [.time, .yearday, .hour]] })
    #expect(
      named.inputs.map(\.description)
        == ["day (time)", "day (yearday, sine)", "day (yearday, cosine)", "day (missing)"])
    #expect(
      throws: DatasetError(.notADate("1.5.2024"), file: "table", column: "day")
    ) { try named.transform(table("day", ["2024-05-01", "1.5.2024"])) }
  }

  @Test func datesThatNeverVaryAreConstant() throws {
    let fit = Table(
      source: "table", names: ["day", "x"],
      columns: [table("day", ["2024-01-01", "2024-01-01"]).columns[0], .numeric([1, 2])])
    let pipeline = try Pipeline.fit(fit, options: options { $0.dates = ["day": []] })
    #expect(pipeline.droppedConstant == ["day"])
  }

  @Test func categoriesInAnOrderAreNumbers() throws {
    let fit = table("size", ["S", "L", nil, "M", "L"])
    let ordered = options {
      $0.scaling = .none
      $0.ordinals = ["size": ["S", "M", "L", "XL"]]
    }
    let pipeline = try Pipeline.fit(fit, options: ordered)
    #expect(pipeline.inputs.map(\.description) == ["size", "size (missing)"])
    let new = try pipeline.transform(table("size", ["XL", "S", nil, "tiny"]))
    #expect(rows(new) == [[3, 0], [0, 0], [1.5, 1], [1.5, 1]])
    #expect(new.unseenCellsByColumn == ["size": 1])
    // In their usual order, scaled as numbers are.
    let usual = options {
      $0.columnScalings = ["grade": .minmax]
      $0.ordinals = ["grade": []]
    }
    let grades = try Pipeline.fit(table("grade", ["10", "2", "1"]), options: usual)
    #expect(try grades.transform(table("grade", ["1", "2", "10"])).values == [0, 0.5, 1])
    #expect(throws: DatasetError(.notInOrder("S"), file: "table", column: "size")) {
      try Pipeline.fit(fit, options: options { $0.ordinals = ["size": ["L", "M"]] })
    }
  }

  @Test func bucketsAreThoseOfTheHash() throws {
    for bucket in try Oracle.decode(Cases.self, from: "transforms.json").buckets {
      #expect(HashedFeature.bucket(of: bucket.text, among: bucket.buckets) == bucket.bucket)
    }
  }

  @Test func categoriesShareBucketsByTheirHash() throws {
    let cells: [String?] = (0..<300).map { "city \($0 % 100)" } + [nil, "city 7"]
    let fit = table("city", cells)
    let pipeline = try Pipeline.fit(fit, options: options { $0.hashes = ["city": 64] })
    #expect(pipeline.inputs.count == 65)
    #expect(pipeline.inputs[63].description == "city (bucket 63)")
    let warning = try #require(pipeline.warnings.first).message
    #expect(warning.contains("of 100 categories of \"city\" share one of 64 buckets"))
    let new = rows(try pipeline.transform(table("city", ["city 7", "elsewhere", nil])))
    #expect(new.allSatisfy { $0.prefix(64).reduce(0, +) == 1 })
    #expect(new[0][..<64] == new[2][..<64], "the most frequent city fills the gap")
    #expect(new.map { $0[64] } == [0, 0, 1])
    let few = try Pipeline.fit(
      table("city", ["a", "b"]), options: options { $0.hashes = ["city": 65_536] })
    #expect(few.warnings.isEmpty)
    #expect(throws: DatasetError(.noFeatures, file: "table")) {
      try Pipeline.fit(table("city", ["a", "a"]), options: options { $0.hashes = ["city": 8] })
    }
  }

  @Test func namesAndKindsAreChecked() throws {
    let numbers = Table(source: "t", names: ["fare"], columns: [.numeric([1, 2])])
    let texts = table("city", ["a", "b"])
    func problem(_ table: Table, _ change: (inout PreprocessingOptions) -> Void) -> String? {
      do {
        _ = try Pipeline.fit(table, options: options(change))
        return nil
      } catch {
        return error.description
      }
    }
    #expect(
      problem(numbers) { $0.columnScalings = ["farre": .power] }
        == "t, column \"farre\": no such column, named by --scale; did you mean \"fare\"?")
    #expect(
      problem(texts) { $0.columnLimits = ["city": ValueLimits(lower: .value(0))] }
        == "table, column \"city\": the column holds no numbers, and --clip names it; "
        + "leave it out, or give the column to --numeric or --ordinal")
    for change: (inout PreprocessingOptions) -> Void in [
      { $0.dates = ["citi": []] }, { $0.ordinals = ["citi": []] }, { $0.hashes = ["citi": 2] },
    ] {
      #expect(problem(texts, change)?.contains("did you mean \"city\"?") == true)
    }
    #expect(problem(numbers) { $0.hashes = ["fare": 2] }?.contains("--categorical") == true)
  }

  @Test func partsThatAreTheSameEverywhereAreTold() throws {
    let days = table("day", ["2024-05-01", "2024-06-03", "2024-07-09"])
    let some = try Pipeline.fit(days, options: options { $0.dates = ["day": [.year, .month]] })
    #expect(
      some.warnings.map(\.message) == [
        "--dates day: year is the same in all rows that are learned from, and no input"
      ])
    // Unasked, what does not vary is left out without a word.
    let usual = try Pipeline.fit(days, options: options { $0.dates = ["day": []] })
    #expect(usual.warnings.isEmpty)
  }

  @Test func numbersWithoutALogarithmAreNamedWithTheirLine() throws {
    try withTemporaryFile("x,y\n3,1\n\n-2,1\n") { path in
      let table = try TableReader().read([path])[0]
      let options = PreprocessingOptions(scaling: .log1p)
      #expect(
        throws: DatasetError(.noLogarithm("-2.0"), file: path, line: 4, column: "x")
      ) { try options.checkCells(of: table, isLearnedFrom: true) }
      try options.checkCells(of: table, isLearnedFrom: false)
      var cut = options
      cut.columnLimits["x"] = ValueLimits("0..")
      try cut.checkCells(of: table, isLearnedFrom: true)
      let open = PreprocessingOptions(scaling: .log1p, clip: nil)
      do {
        try open.checkCells(of: table, isLearnedFrom: false, ofModel: true)
        Issue.record("no error")
      } catch {
        #expect(
          "\(error)"
            == "\(path), line 4, column \"x\": -2.0 is not above -1, and the model takes log(1 + x); "
            + "correct or empty the cell")
      }
    }
  }

  @Test func badCellsAreNamedWithTheirLine() throws {
    let text = "day,size\n2024-01-01,S\n\n2024-01-02,XL\n2024-02-30,S\n"
    try withTemporaryFile(text) { path in
      let table = try TableReader().read([path])[0]
      let dates = options { $0.dates = ["day": []] }
      #expect(
        throws: DatasetError(.notADate("2024-02-30"), file: path, line: 5, column: "day")
      ) { try dates.checkCells(of: table, isLearnedFrom: false) }
      let sizes = options { $0.ordinals = ["size": ["S", "M"]] }
      #expect(
        throws: DatasetError(.notInOrder("XL"), file: path, line: 4, column: "size")
      ) { try sizes.checkCells(of: table, isLearnedFrom: true) }
      try sizes.checkCells(of: table, isLearnedFrom: false)
      #expect(PreprocessingOptions().unnamedDates(in: table, except: []).isEmpty)
    }
    #expect(
      PreprocessingOptions().unnamedDates(in: table("d", ["2024-01-01", "2024-01-02"]), except: [])
        == ["d"])
  }
}
