extension DatasetError {
  /// The kinds of bad data.
  public enum Problem: Sendable, Equatable {
    /// There is no such file.
    case fileNotFound
    /// The path is that of a directory.
    case isDirectory
    /// The file may not be read.
    case noPermission
    /// The system refused to read the file, in its own words.
    case unreadable(String)
    /// The file was altered while it was read.
    case changedWhileReading
    /// The file holds nothing.
    case empty
    /// The file holds the names of the columns and no rows.
    case headerOnly
    /// The file is no text; what it seems to be, when its first bytes tell.
    case binary(String?)
    /// The text is not UTF-8.
    case notUTF8
    /// A quote is never closed; the error's line is where it began.
    case unterminatedQuote
    /// A row is larger than memory should hold.
    case recordTooLong
    /// A row has more or fewer cells than the header.
    case ragged(expected: Int, found: Int)
    /// Two columns have the same name.
    case duplicateColumn
    /// The column of this number, from 1, has no name.
    case unnamedColumn(Int)
    /// Not a number, in a column that has to hold numbers.
    case notANumber(String, because: NumericReason)
    /// A cell of a column that names series or step is missing.
    case missingKey
    /// A series has two rows of one step.
    case repeatedStep(String, series: String)
    /// A series has more or fewer steps than the others, or than the model takes.
    case unevenSteps(series: String, found: Int, expected: Int, origin: String)
    /// The target is not the same in all rows of a series.
    case changingLabel(series: String)
    /// The target is missing in a row of a series that has one in another.
    case missingLabel(series: String)
    /// Not a finite number.
    case infinity(String)
    /// The whole header is one name, as in a file parted by something else than the known delimiters.
    case undivided(String)
    /// A column that another file has is missing, or one that a model takes; whether it is the target or
    /// named by `--sequence`, so that it cannot be dropped.
    case missingColumn(presentIn: String?, isNeeded: Bool = false)
    /// An option names a column that there is not; near names.
    case unknownColumn(option: String, suggestions: [String])
    /// An option contradicts another about the column.
    case conflictingOptions(String, String)
    /// No cell of the column holds a value.
    case allMissing
    /// No row has a target.
    case noTarget
    /// There is no column left to learn from.
    case noFeatures
    /// So few rows, or series, are left of train after validation was held out that no column varies, or
    /// that one has no value.
    case fewRowsLeft(Int, areSeries: Bool)
    /// The target has one class, or one value, only.
    case oneClass(String)
    /// The target is text where regression needs numbers.
    case textTarget
    /// The column that was named as the target of a model holds none of the classes that it has.
    case noneOfTheClasses([String])
    /// The model was made for a column of the other kind.
    case wrongKind(expected: ColumnKind)
    /// A value, in a row counted from 1, that single precision cannot hold.
    case tooLargeForSinglePrecision(String, row: Int)
  }

  /// Why a column has to hold numbers.
  public enum NumericReason: Sendable, Equatable {
    /// `--numeric` names it.
    case option
    /// `--sample-weight` takes factors from it.
    case weight
    /// `--sequence` puts steps in order by it.
    case sequence
    /// The model was fitted on numbers.
    case model
    /// It holds numbers in another file.
    case otherFile(String)
  }
}

extension DatasetError.Problem {
  /// What is wrong, without place and remedy.
  package var statement: String {
    switch self {
    case .fileNotFound: "no such file"
    case .isDirectory: "is a directory, not a file"
    case .noPermission: "no permission to read the file"
    case .unreadable(let reason): "cannot be read: \(reason.cleaned)"
    case .changedWhileReading: "the file changed while it was read"
    case .empty: "the file is empty"
    case .headerOnly: "the file has a header and no rows"
    case .binary(let guess?): "not a text file, it looks like \(guess)"
    case .binary(nil): "not a text file, it holds a NUL byte"
    case .notUTF8: "the text is not UTF-8"
    case .unterminatedQuote: "a quote begins here and is never closed"
    case .recordTooLong: "a row begins here that does not end within a gigabyte"
    case .ragged(let expected, let found):
      "\(found) \(found == 1 ? "cell" : "cells") where the header has \(expected)"
    case .duplicateColumn: "two columns have this name"
    case .unnamedColumn(let number): "column \(number) of the header has no name"
    case .notANumber(let text, .option):
      "\(text.quotedForMessage) is not a number, and --numeric names the column"
    case .notANumber(let text, .weight):
      "\(text.quotedForMessage) is not a number, and --sample-weight names the column"
    case .notANumber(let text, .sequence):
      "\(text.quotedForMessage) is not a number, and --sequence orders steps by the column"
    case .notANumber(let text, .model):
      "\(text.quotedForMessage) is not a number, and the model expects numbers here"
    case .notANumber(let text, .otherFile(let file)):
      "\(text.quotedForMessage) is not a number, and \(file.cleaned) has numbers in this column"
    case .missingKey: "the cell is missing, and --sequence names the column"
    case .repeatedStep(let step, let series):
      "step \(step) of series \(series.quotedForMessage) stands here once more"
    case .unevenSteps(let series, let found, let expected, let origin):
      "series \(series.quotedForMessage) has \(found) \(found == 1 ? "step" : "steps") where "
        + "\(origin.cleaned) has \(expected)"
    case .changingLabel(let series):
      "the target changes within series \(series.quotedForMessage)"
    case .missingLabel(let series):
      "the target is missing here, and other rows of series \(series.quotedForMessage) have one"
    case .infinity(let text): "\(text.quotedForMessage) is not a finite number"
    case .undivided(let header): "the header is one column, \(header.quotedForMessage)"
    case .missingColumn(let file?, _): "the column is missing here, and \(file.cleaned) has it"
    case .missingColumn(nil, _): "the column is missing"
    case .unknownColumn(let option, _): "no such column, named by \(option)"
    case .conflictingOptions(let first, let second): "both \(first) and \(second) name it"
    case .allMissing: "every value is missing"
    case .noTarget: "no row has a value of the target"
    case .noFeatures: "no column to learn from is left"
    case .fewRowsLeft(let count, let areSeries):
      "\(count) \(areSeries ? "series" : count == 1 ? "row" : "rows") of train "
        + "\(count == 1 ? "is" : "are") left after --validation-split, too few to learn from"
    case .oneClass(let name): "the target is \(name.quotedForMessage) in every row"
    case .textTarget: "the target holds text, and regression needs numbers"
    case .noneOfTheClasses(let classes):
      "the model was trained with a target of classes "
        + classes.prefix(5).map(\.quotedForMessage).joined(separator: ", ")
        + (classes.count > 5 ? " and \(classes.count - 5) more" : "")
        + ", and the column holds none of them"
    case .wrongKind(.numeric): "the column holds text, and the model expects numbers"
    case .wrongKind(.categorical):
      "the column was read as numbers, and the model expects categories"
    case .tooLargeForSinglePrecision(let value, let row):
      "\(value) in row \(row) is too large for single precision"
    }
  }

  /// What to do.
  package var remedy: String {
    switch self {
    case .fileNotFound: "check the path"
    case .isDirectory: "name a file in it"
    case .noPermission: "change its permissions or copy it"
    case .unreadable: "check the path and the disk"
    case .changedWhileReading: "try again when it is complete"
    case .empty: "give a CSV file with a header line and rows"
    case .headerOnly: "add rows"
    case .binary: "export it as CSV in UTF-8"
    case .notUTF8: "convert it, for example with: iconv -f LATIN1 -t UTF-8 FILE"
    case .unterminatedQuote: "close it, or double a quote that belongs to the text"
    case .recordTooLong: "close the quote that is open in it"
    case .ragged: "add or remove cells, or quote a cell that holds the delimiter"
    case .duplicateColumn: "rename one of them in the header"
    case .unnamedColumn: "give it a name in the header"
    case .notANumber(_, .option): "correct or empty the cell, or leave out --numeric"
    case .notANumber(_, .weight): "correct the cell, or name another column"
    case .notANumber(_, .sequence): "correct the cell"
    case .notANumber(_, .model): "correct or empty the cell"
    case .notANumber(_, .otherFile): "correct or empty the cell, or use --categorical"
    case .missingKey: "fill it or leave out the row"
    case .repeatedStep: "give every step of a series a number of its own"
    case .unevenSteps:
      "cut or fill the series to that number, leave it out, or train without flatten"
    case .changingLabel: "give every row of a series the same target"
    case .missingLabel: "give every row of a series the same target, or none of them any"
    case .infinity: "correct the cell"
    case .undivided: "part the cells by commas, semicolons or tabs"
    case .missingColumn(.some, isNeeded: false): "add it or --drop it"
    case .missingColumn: "add it to the file"
    case .unknownColumn(_, let suggestions):
      suggestions.isEmpty
        ? "check the header of the file"
        : "did you mean \(suggestions.map(\.quotedForMessage).joined(separator: " or "))?"
    case .conflictingOptions: "keep one of the two"
    case .allMissing: "fill it or --drop it"
    case .noTarget: "fill it, or name another column with --target"
    case .noFeatures: "give columns that vary, besides the target"
    case .fewRowsLeft: "give a smaller --validation-split, or more rows"
    case .oneClass: "give rows in which it differs, or name another column with --target"
    case .textTarget: "use --task classification or correct the column"
    case .noneOfTheClasses: "name the column with the answers by --target"
    case .wrongKind(.numeric): "correct its cells; --numeric names the first that is no number"
    case .wrongKind(.categorical): "use --categorical"
    case .tooLargeForSinglePrecision: "correct the value, or train with another --scale"
    }
  }
}
