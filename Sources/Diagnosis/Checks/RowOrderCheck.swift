import Datasets
import Runs

/// Rows in the order of their classes, where the order matters.
struct RowOrderCheck: Check {
  let name = "rows-in-order"
  let why =
    "Batches of one class each teach the network class after class, and each makes it forget the "
    + "last; the last rows alone tell of the last class alone."

  func findings(in examination: Examination) -> [Finding] {
    let configuration = examination.configuration
    guard !configuration.shuffles || configuration.data.validationTail,
      let file = examination[.train], let encoded = examination.labels?[.train],
      case .classes(let codes) = encoded.target
    else { return [] }
    let changes = zip(codes, codes.dropFirst()).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
    let count = Double(codes.count)
    // Rows in no order change their class as often as two rows drawn differ.
    let together = encoded.counts.reduce(0.0) { $0 + Double($1) * Double($1) } / (count * count)
    let expected = (count - 1) * (1 - together)
    guard expected >= 10, Double(changes) < 0.1 * expected else { return [] }
    let option = configuration.shuffles ? "--validation-tail" : "--no-shuffle"
    return [
      finding(
        .warning,
        "The class changes \(changes == 1 ? "once" : "\(changes) times") in \(codes.count) "
          + "\(file.noun), in no order it would \(Int(expected)) times, and \(option) goes by the "
          + "order.",
        in: file.path, column: configuration.data.target,
        action: "Leave out \(option), or mix the rows of the file.")
    ]
  }
}
