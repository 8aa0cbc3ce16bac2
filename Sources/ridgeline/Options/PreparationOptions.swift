import ArgumentParser
import Datasets

/// How columns become inputs.
struct PreparationOptions: ParsableArguments {
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "How numbers are scaled: standard, minmax, robust, quantile, power, log1p, shared (one scale for all columns) or none; fare=power is that of one column. Can be repeated. (default: standard)",
      valueName: "scale,.."),
    transform: readScale)
  var scale: [ColumnValues<Scaling>] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Where scaled inputs are cut, in deviations, or none; limits such as 0..100 or 1%..99% cut before scaling; fare=0.. is that of one column. Can be repeated. (default: 10)",
      valueName: "cut,.."),
    transform: readCut)
  var clip: [ColumnValues<Cut>] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Columns of dates that become their parts, such as day, or day=month+weekday. Can be repeated.",
      valueName: "column,.."),
    transform: readDates)
  var dates: [[String: [DatePart]]] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Columns of categories that become their place in an order, such as grade, or 'size=S<M<L'. Can be repeated.",
      valueName: "column,.."),
    transform: readOrders)
  var ordinal: [[String: [String]]] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Columns of very many categories that share so many inputs by a hash, such as city=256. Can be repeated.",
      valueName: "column=count,.."),
    transform: readBuckets)
  var hash: [[String: Int]] = []

  /// One value of `--clip`.
  enum Cut: Equatable, Sendable {
    /// At so many deviations, after scaling.
    case deviations(Double)
    /// At limits, before scaling.
    case limits(ValueLimits)
    case none
  }

  /// The choices that the options come to.
  ///
  /// - Throws: A usage error for an option that another one leaves without effect.
  func preprocessing() throws -> PreprocessingOptions {
    var options = PreprocessingOptions()
    for element in scale.flatMap(\.elements) {
      if let column = element.column {
        options.columnScalings[column] = element.value
      } else {
        options.scaling = element.value
      }
    }
    // Of two for the same column the later one counts, as above.
    for columns in dates { options.dates.merge(columns) { $1 } }
    for columns in ordinal { options.ordinals.merge(columns) { $1 } }
    for columns in hash { options.hashes.merge(columns) { $1 } }
    try cut(&options)
    return options
  }

  /// Puts `--clip` into `options`, which hold the scalings.
  private func cut(_ options: inout PreprocessingOptions) throws {
    let scalesNothing =
      options.scaling == .none && options.columnScalings.values.allSatisfy { $0 == .none }
    if scalesNothing { options.clip = nil }
    for element in clip.flatMap(\.elements) {
      switch (element.column, element.value) {
      case (nil, .limits(let limits)): options.limits = limits
      case (nil, .none): options.clip = nil
      case (nil, .deviations(let limit)):
        guard !scalesNothing else {
          throw ValidationError(
            "--clip cuts scaled inputs, and --scale none scales nothing: leave one of them out")
        }
        options.clip = limit
      case (let column?, .limits(let limits)): options.columnLimits[column] = limits
      case (let column?, .none): options.columnClips[column] = .some(nil)
      case (let column?, .deviations(let limit)):
        guard options.scaling(of: column) != .none else {
          throw ValidationError(
            "--clip cuts scaled inputs, and '\(column.cleaned)' is not scaled: leave it out, "
              + "or give limits such as \(column.cleaned)=1%..99%")
        }
        options.columnClips[column] = limit
      }
    }
  }

  private static func readScale(_ text: String) throws -> ColumnValues<Scaling> {
    let names = Scaling.allCases.map(\.rawValue).joined(separator: ", ")
    return try ColumnValues(parsing: text, of: "one of \(names), or that of a column, a=power") {
      Scaling(rawValue: $0)
    }
  }

  private static func readCut(_ text: String) throws -> ColumnValues<Cut> {
    let words =
      "none, a number of deviations above 0, limits such as 0..100 or 1%..99%, "
      + "or one of these for a column, a=0.."
    return try ColumnValues(parsing: text, of: words) { text in
      if text == "none" { return Cut.none }
      if let limits = ValueLimits(text) { return .limits(limits) }
      return Double(text).flatMap { $0.isFinite && $0 > 0 ? .deviations($0) : nil }
    }
  }

  private static func readDates(_ text: String) throws -> [String: [DatePart]] {
    let names = DatePart.allCases.map(\.rawValue).joined(separator: ", ")
    return try namedLists(text, of: "columns, with or without parts of \(names), as a=year+month") {
      let parts = $0.split(separator: "+", omittingEmptySubsequences: false)
        .map { DatePart(rawValue: String($0)) }
      return parts.contains(nil) ? nil : parts.compactMap(\.self)
    }
  }

  private static func readOrders(_ text: String) throws -> [String: [String]] {
    try namedLists(text, of: "columns, with or without their categories in order, as a=low<high") {
      let levels = $0.split(separator: "<", omittingEmptySubsequences: false).map(String.init)
      let isOrder = levels.count > 1 && Set(levels).count == levels.count && !levels.contains("")
      return isOrder ? levels : nil
    }
  }

  private static func readBuckets(_ text: String) throws -> [String: Int] {
    let range = PreprocessingOptions.possibleBuckets
    let words = "a column and its inputs, from \(range.lowerBound) to \(range.upperBound)"
    return try namedNumbers(text, of: words) {
      $0 == $0.rounded() && range.contains(Int(exactly: $0) ?? 0)
    }.mapValues { Int($0) }
  }

  /// Reads a list of columns, each with or without a list of its own.
  private static func namedLists<Element>(
    _ text: String, of words: String, _ read: @escaping (String) -> [Element]?
  ) throws -> [String: [Element]] {
    var lists: [String: [Element]] = [:]
    for element in ColumnList(argument: text)?.names ?? [""] {
      let sign = element.lastIndex(of: "=")
      let column = String(sign.map { element[..<$0] } ?? element[...])
      let list = sign.map { read(String(element[element.index(after: $0)...])) } ?? []
      guard !column.isEmpty, let list else { throw ValidationError("it must be \(words)") }
      lists[column] = list
    }
    return lists
  }
}
