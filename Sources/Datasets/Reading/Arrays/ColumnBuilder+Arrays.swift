extension ColumnBuilder {
  /// Takes elements of an array as the cells from a row on.
  ///
  /// Numbers are numbers, unless the column is one of categories: then they count by their spelling.
  /// Text is categories, unless numbers are asked for. Missing are NaN and what is missing in CSV.
  ///
  /// - Throws: `DatasetError` for text where numbers are asked for, and for what is no text.
  func take(_ elements: ElementRun, at row: Int) throws(DatasetError) {
    if kind == .numeric, elements.type.isText, case .byLooking = request {
      turnToCategories(at: row)
    }
    makeRoom(for: row + elements.count)
    switch (kind, elements.type.isText) {
    case (.numeric, false): takeNumbers(elements, at: row)
    case (.numeric, true): try parseNumbers(elements, at: row)
    case (.categorical, false): spellNumbers(elements, at: row)
    case (.categorical, true): try takeText(elements, at: row)
    }
  }

  private func takeNumbers(_ elements: ElementRun, at row: Int) {
    writeNumbers(elements.count, at: row) { target in
      elements.type.readNumbers(from: elements.start, stride: elements.stride, into: target)
      hasNumbers = hasNumbers || target.contains { !$0.isNaN }
      guard elements.type.kind == .float, let index = target.firstIndex(where: \.isInfinite)
      else { return }
      note(infinity: elements.place(index, "\(target[index])"))
    }
  }

  private func parseNumbers(_ elements: ElementRun, at row: Int) throws(DatasetError) {
    try writeNumbers(elements.count, at: row) { (numbers) throws(DatasetError) in
      try forEachText(elements) { (index, text) throws(DatasetError) in
        if text.isMissing {
          numbers[index] = .nan
        } else if let value = NumberParser.parse(text, hasDecimalComma: false) {
          numbers[index] = value
          if !value.isFinite { note(infinity: elements.place(index, text.decoded)) }
        } else if case .numbers(let reason) = request {
          throw DatasetError(
            .notANumber(text.decoded, because: reason), at: elements.place(index, ""), column: name)
        }
      }
    }
  }

  private func spellNumbers(_ elements: ElementRun, at row: Int) {
    var values = [Double](repeating: 0, count: elements.count)
    values.withUnsafeMutableBufferPointer {
      elements.type.readNumbers(from: elements.start, stride: elements.stride, into: $0)
    }
    writeCodes(elements.count, at: row) { codes in
      for (index, value) in values.enumerated() {
        let digits = elements.type.digits(at: elements.start + index * elements.stride)
        codes[index] = value.isNaN ? -1 : levels.code(of: digits ?? TargetLabels.spelling(value))
      }
    }
  }

  private func takeText(_ elements: ElementRun, at row: Int) throws(DatasetError) {
    try writeCodes(elements.count, at: row) { (codes) throws(DatasetError) in
      try forEachText(elements) { (index, text) throws(DatasetError) in
        guard !text.isMissing else {
          codes[index] = -1
          return
        }
        let known = levels.count
        codes[index] = levels.code(of: text)
        if levels.count > known, firstText == nil,
          NumberParser.parse(text, hasDecimalComma: false) == nil
        {
          firstText = elements.place(index, text.decoded)
        }
      }
    }
  }

  private func forEachText(
    _ elements: ElementRun,
    _ body: (Int, UnsafeBufferPointer<UInt8>) throws(DatasetError) -> Void
  ) throws(DatasetError) {
    var bytes: [UInt8] = []
    for index in 0..<elements.count {
      bytes.removeAll(keepingCapacity: true)
      let place = elements.start + index * elements.stride
      guard elements.type.appendText(at: place, to: &bytes) else {
        throw DatasetError(.notUTF8, at: elements.place(index, ""), column: name)
      }
      let count = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: LevelLookup.padding))
      try bytes.withUnsafeBufferPointer { (buffer) throws(DatasetError) in
        try body(index, UnsafeBufferPointer(rebasing: buffer[..<count]))
      }
    }
  }
}
