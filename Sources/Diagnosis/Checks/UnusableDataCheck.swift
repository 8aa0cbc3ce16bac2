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
      finding(.error, $0.message.asSentence, action: "Correct what the message names.")
    }
    return errors.compactMap { error in
      isTold(error, in: examination)
        ? nil
        : finding(
          .error, error.place + error.statement + ".", in: error.file,
          column: error.column, action: error.remedy.asSentence)
    } + described
  }

  /// Whether another check finds the same, and all places of it, which it cannot between the parts of one
  /// file; that no target is named is an option's fault.
  private func isTold(_ error: DatasetError, in examination: Examination) -> Bool {
    let check: any Check
    switch error.problem {
    case .missingColumn(presentIn: .some, _): check = ColumnsCheck()
    case .notANumber(_, because: .otherFile): check = MixedTypesCheck()
    case .unknownColumn: return error.column?.isEmpty ?? false
    default: return false
    }
    return check.findings(in: examination).contains {
      $0.severity == .error && $0.column == error.column
    }
  }
}

extension DatasetError {
  fileprivate var place: String {
    line.map { "Line \($0): " } ?? row.map { "Row \($0): " } ?? ""
  }
}
