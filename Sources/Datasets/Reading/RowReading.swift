import Foundation

/// Reads the rows of a file into builders, on as many threads as there are.
///
/// The threads read blocks at the same time. They then take turns in the order of the file to say how
/// many rows and lines a block has, so that each learns where its rows go, and copy the cells at
/// the same time again. What comes out, also as an error, is what one thread would have found.
///
/// A block that ends within a row, because of line feeds within quotes or because lines end with carriage
/// returns, ends the reading in parallel by that guess. The next one follows quotes, which are wrong where
/// a cell has one inside; after it one thread reads.
final class RowReading: @unchecked Sendable {
  // `feed` is used under its lock, and all that varies under `turns`; the builders are told about a
  // block by the thread whose turn it is, and copy to rows that no other thread touches.
  private let file: CSVFile
  private let feed: BlockFeed
  private let builders: [ColumnBuilder]
  /// The row of the table that the first one becomes.
  private let firstRow: Int
  private let limit: Int
  /// How many times as long as this file it and those to come are.
  private let share: Double
  private let feedLock = NSLock()
  private var blocksHandedOut = 0
  /// Where blocks are cut that are read in parallel.
  private var cut = BlockFeed.Cut.atLineFeed
  private let turns = NSCondition()
  private var turn = 0
  private var isStopped = false
  private var failure: DatasetError?
  private var capacity = 0

  /// The rows read.
  private(set) var rows = 0
  /// The line that the next row or blank line is on.
  private(set) var line: Int
  /// The line that the last row read begins on, if one thread reads.
  private(set) var lineOfLastRow = 0
  /// The place in the file where reading in parallel ended.
  private var continuation: Int?

  /// Prepares to read.
  ///
  /// - Parameters:
  ///   - file: the file that the rows are of.
  ///   - feed: its blocks, from the first row on.
  ///   - line: the line that they begin on.
  ///   - builders: one for each name of the header.
  ///   - firstRow: the row of the table that the first one becomes.
  ///   - limit: the number of rows after which to stop.
  ///   - share: how many times as long as this file it and those to come are.
  init(
    _ file: CSVFile, feed: BlockFeed, line: Int, into builders: [ColumnBuilder],
    at firstRow: Int, limit: Int, share: Double
  ) {
    precondition(builders.count == file.names.count, "one builder for each column")
    self.file = file
    self.feed = feed
    self.line = line
    self.builders = builders
    self.firstRow = firstRow
    self.limit = limit
    self.share = share
  }

  /// Reads the rows; up to a limit on one thread, as blocks read ahead do not know which row is the last.
  func run(threads: Int) throws(DatasetError) {
    if threads > 1, limit == .max {
      for guess in [BlockFeed.Cut.atLineFeed, .outsideQuotes] {
        cut = guess
        isStopped = false
        continuation = nil
        DispatchQueue.concurrentPerform(iterations: threads) { _ in work() }
        if let failure { throw failure }
        guard let continuation else { return }
        try feed.seek(to: continuation)
      }
    }
    try workAlone()
  }

  private func makeParser() -> BlockParser {
    BlockParser(
      path: file.path, delimiter: file.delimiter,
      columns: builders.map { BlockColumn(name: $0.name, request: $0.request) })
  }
}

// MARK: - One thread

extension RowReading {
  private func workAlone() throws(DatasetError) {
    let parser = makeParser()
    while rows < limit, try feed.next(into: &parser.window, cut: .anywhere) {
      let line = line
      do {
        try parser.read(as: builders.map(\.kind), limit: limit - rows)
      } catch {
        throw error.behind(line)
      }
      let first = rows
      try join(parser)
      copy(parser, to: first)
      guard !parser.isAtEnd else { continue }
      let window = parser.window.start
      if parser.cursor == window, parser.window.count >= ByteWindow.largestCapacity {
        throw DatasetError(.recordTooLong, file: file.path, line: self.line)
      }
      feed.takeBack(&parser.window, from: parser.cursor)
    }
  }

  /// Adds the rows of a block to those there are; the cells come with `copy`.
  private func join(_ parser: BlockParser) throws(DatasetError) {
    let late = zip(parser.columns, builders).filter { column, builder in
      column.isTaking && column.kind == .numeric && builder.kind == .categorical
    }
    if !late.isEmpty { try parser.readAsCategories(late.map(\.0)) }
    let count = min(parser.rows, limit - rows)
    makeRoom(
      for: rows + count, bytesRead: parser.window.offset + parser.window.count,
      of: parser.window.expectedByteCount)
    for (column, builder) in zip(parser.columns, builders) where builder.isRead {
      builder.join(column, count: count, at: firstRow + rows, line: line)
    }
    if count > 0 { lineOfLastRow = line + parser.lineOfLastRow }
    rows += count
    line += parser.line
  }

  private func copy(_ parser: BlockParser, to row: Int) {
    let count = min(parser.rows, limit - row)
    for (column, builder) in zip(parser.columns, builders) where builder.isRead {
      builder.copy(column, count: count, to: firstRow + row)
    }
  }

  private func makeRoom(for rows: Int, bytesRead: Int, of expectedByteCount: Int?) {
    guard rows > capacity else { return }
    // What has been read tells how many rows there will be, a little more when lines grow shorter.
    let rest = share * Double(expectedByteCount ?? 0) / Double(max(bytesRead, 1))
    let expected = rest > 1 && rest < 1e6 ? Int(Double(rows) * rest * 1.02) + 64 : 0
    capacity = max(capacity == 0 ? rows : 2 * capacity, rows, min(expected, limit))
    builders.forEach { $0.reserve(firstRow + capacity) }
  }
}

// MARK: - One of several threads

extension RowReading {
  private func work() {
    let parser = makeParser()
    while let block = takeBlock(parser) {
      let outcome = Result<Void, DatasetError> { () throws(DatasetError) in
        if let failure = block.failure { throw failure }
        try parser.read(as: block.kinds, limit: limit)
      }
      turns.lock()
      while turn != block.number { turns.wait() }
      let row = isStopped ? nil : take(parser, outcome)
      turn += 1
      turns.broadcast()
      turns.unlock()
      guard let row else { return }
      copy(parser, to: row)
    }
  }

  /// Takes up a block in its turn; the row that it begins at, nil when nothing is to be copied.
  private func take(_ parser: BlockParser, _ outcome: Result<Void, DatasetError>) -> Int? {
    let row = rows
    do throws(DatasetError) {
      do throws(DatasetError) {
        try outcome.get()
      } catch {
        throw error.behind(line)
      }
      try join(parser)
    } catch {
      failure = error
      isStopped = true
      return nil
    }
    if !parser.isAtEnd, rows < limit {
      continuation = parser.window.offset + (parser.cursor - parser.window.start)
    }
    isStopped = rows >= limit || continuation != nil
    return row
  }

  /// A block, its number in the file and the kinds of the columns as they are known so far.
  private func takeBlock(
    _ parser: BlockParser
  ) -> (number: Int, kinds: [ColumnKind], failure: DatasetError?)? {
    turns.lock()
    let kinds = builders.map(\.kind)
    let isStopped = isStopped
    turns.unlock()
    if isStopped { return nil }
    feedLock.lock()
    defer { feedLock.unlock() }
    var failure: DatasetError?
    do throws(DatasetError) {
      guard try feed.next(into: &parser.window, cut: cut) else { return nil }
    } catch {
      failure = error
    }
    blocksHandedOut += 1
    return (blocksHandedOut - 1, kinds, failure)
  }
}

extension DatasetError {
  /// The same error, its line counted from where another number of lines comes before.
  fileprivate func behind(_ lines: Int) -> DatasetError {
    guard let line else { return self }
    return DatasetError(problem, file: file, line: line + lines, column: column)
  }
}
