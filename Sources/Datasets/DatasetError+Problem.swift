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
    /// Standard input is to be read, and is a terminal or closed.
    case nothingPiped
    /// Files are to be read from standard input more than once.
    case standardInputTwice
    /// The file is packed by gzip, and damaged near a byte, counted from 0.
    case damagedGzip(near: Int)
    /// The file is packed by gzip, and ends after so many bytes within its data.
    case endOfGzip(after: Int)
    /// No file has a name of the pattern.
    case noSuchFiles
    /// The file seems to be of NumPy, and is none or not complete.
    case damagedArray
    /// The elements of the array end within a row.
    case endOfArray
    /// The elements of the array are neither numbers nor text; their type as NumPy names it.
    case arrayType(String)
    /// The elements of the array are objects of Python.
    case pickledObjects
    /// A field of the array's records is an array or a record itself.
    case nestedArray
    /// The array has no dimension, or too many for a table.
    case arrayShape([Int], isRecords: Bool)
    /// A dimension of the array is 0.
    case noElements([Int])
    /// The array has more columns than a table can have.
    case tooManyColumns(Int)
    /// The array has another number of rows than one before it in the archive.
    case unevenArrays(Int, other: String, Int)
    /// The archive is damaged, or ends too early.
    case damagedZip
    /// A file in the archive, of this name, is damaged.
    case damagedZipEntry(String)
    /// A file in the archive, of this name, is encrypted or packed in a way that is not known.
    case zipMethod(String)
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
    /// A number that is not above -1, where `log1p` is to be taken of it.
    case noLogarithm(String)
    /// A cell that is no date, in a column of `--dates`.
    case notADate(String)
    /// A category that `--ordinal` gives no place to.
    case notInOrder(String)
    /// An option that is for numbers names a column that holds none.
    case noNumbers(option: String)
    /// So many inputs of so many rows that memory does not hold them.
    case tooManyInputs(Int, rows: Int)
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
  var statement: String {
    switch self {
    case .fileNotFound: "no such file"
    case .isDirectory: "is a directory, not a file"
    case .noPermission: "no permission to read the file"
    case .unreadable(let reason): "cannot be read: \(reason.cleaned)"
    case .nothingPiped: "nothing is piped in"
    case .standardInputTwice: "it can be read only once, and is named twice"
    case .damagedGzip(let place): "the gzip data are damaged near byte \(place)"
    case .endOfGzip(let count): "the gzip data end too early, after \(count) bytes"
    case .noSuchFiles: "no file has a name like that"
    case .damagedArray: "the NumPy array is damaged, or ends too early"
    case .endOfArray: "the elements of the array end within the row"
    case .arrayType(let type):
      "elements of type \(type.quotedForMessage) are neither numbers nor text"
    case .pickledObjects: "the array holds pickled Python objects, which are not read"
    case .nestedArray: "the field of the records is an array or a record itself"
    case .arrayShape(let shape, let isRecords):
      "the array has shape \(shape.asTuple), and a table is made of one dimension"
        + (isRecords ? "" : " or two")
    case .noElements(let shape): "the array has shape \(shape.asTuple), so that nothing is in it"
    case .tooManyColumns(let count): "the array has \(count) columns, more than a table can have"
    case .unevenArrays(let count, let other, let otherCount):
      "the array has \(count) \(count == 1 ? "row" : "rows"), and array "
        + "\(other.quotedForMessage) has \(otherCount)"
    case .damagedZip: "the zip archive is damaged, or ends too early"
    case .damagedZipEntry(let name): "\(name.quotedForMessage) in the archive is damaged"
    case .zipMethod(let name):
      "\(name.quotedForMessage) in the archive is encrypted or not packed by deflation"
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
      "\(text.quotedForMessage) is not a number, and \(file.pathForMessage) has numbers in this column"
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
    case .missingColumn(let file?, _):
      "the column is missing here, and \(file.pathForMessage) has it"
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
    case .noLogarithm(let value): "\(value) is not above -1, and --scale log1p takes log(1 + x)"
    case .notADate(let text):
      "\(text.quotedForMessage) is no date, and --dates names the column"
    case .notInOrder(let level): "\(level.quotedForMessage) has no place in the order of --ordinal"
    case .noNumbers(let option): "the column holds no numbers, and \(option) names it"
    case .tooManyInputs(let inputs, let rows):
      "\(inputs) inputs of \(rows) rows do not fit the memory of this machine"
    }
  }
}

extension [Int] {
  /// A shape as Python writes it: `(3, 4)`.
  fileprivate var asTuple: String {
    "(\(map(String.init).joined(separator: ", "))\(count == 1 ? "," : ""))"
  }
}
