import Datasets
import Experiments

/// Files that cannot be read, and columns and targets that training refuses, in its own words.
struct UnusableDataCheck: Check {
  let name = "unusable-data"
  let why = "Training does not begin."

  func findings(in examination: Examination) -> [Finding] {
    let refused = examination.rehearsal.refusals.filter { $0.stage == .data }
    let errors = examination.fileErrors + refused.compactMap(\.error)
    let described = refused.filter { $0.error == nil }.map {
      finding(.error, $0.message, action: "Correct the data as the message says.")
    }
    return errors.compactMap { error in
      error.isTold
        ? nil
        : finding(
          .error, error.place + error.statement + ".", in: error.file,
          column: error.column, action: error.remedy.asSentence)
    } + described
  }
}

extension DatasetError {
  /// Whether another check finds the same, and all places of it; that no target is named is an option's
  /// fault.
  fileprivate var isTold: Bool {
    switch problem {
    case .missingColumn(presentIn: .some, _), .notANumber(_, because: .otherFile): true
    case .unknownColumn: column?.isEmpty ?? false
    default: false
    }
  }

  fileprivate var place: String {
    line.map { "Line \($0): " } ?? row.map { "Row \($0): " } ?? ""
  }
}
