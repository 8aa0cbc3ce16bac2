import Datasets
import Experiments

extension Predictions {
  /// The number of rows.
  var count: Int {
    switch outcome {
    case .classes(let predicted, _, _): predicted.count
    case .values(let values): values.count
    }
  }

  /// The first line of the CSV.
  var header: String {
    switch outcome {
    case .classes(_, _, let classes):
      csvLine(["row", "prediction"] + classes.map { "p_\($0)" })
    case .values: csvLine(["row", "prediction"])
    }
  }

  /// The line of a row, which is counted from 1 as lines and epochs are.
  func line(_ row: Int) -> String {
    switch outcome {
    case .classes(let predicted, let probabilities, let classes):
      let own = probabilities[row * classes.count..<(row + 1) * classes.count]
      return csvLine(["\(row + 1)", classes[predicted[row]]] + own.map { "\($0)" })
    case .values(let values):
      return csvLine(["\(row + 1)", "\(values[row])"])
    }
  }
}

/// A line of RFC 4180: cells with a comma or a quote stand in quotes, control characters nowhere.
private func csvLine(_ cells: [String]) -> String {
  cells.map { cell in
    let cell = cell.cleaned
    guard cell.contains(where: { $0 == "," || $0 == "\"" }) || cell.first == " " || cell.last == " "
    else { return cell }
    return "\"\(cell.replacing("\"", with: "\"\""))\""
  }.joined(separator: ",") + "\n"
}
