import Datasets
import Diagnosis
import Foundation
import TerminalUI

/// Findings for people: the worst first, those of one kind together.
struct FindingsText {
  private let findings: [Finding]
  private let width: Int
  private let isColoured: Bool

  /// The columns of one finding that are listed; the others are counted.
  private static let mostColumns = 5
  private static let indent = 9

  /// - Parameters:
  ///   - findings: What was found, in order.
  ///   - width: The columns of a line.
  ///   - isColoured: Whether the severity has a colour besides its word.
  init(_ findings: [Finding], width: Int = 80, isColoured: Bool = false) {
    self.findings = findings
    self.width = width
    self.isColoured = isColoured
  }

  /// Findings as they are written to a stream.
  init(_ findings: [Finding], _ output: OutputStream) {
    let variables = SystemPlaces.current.variables
    self.init(
      findings, width: min(max(output.width ?? 80, 40), 100),
      isColoured: output.isTerminal && (variables["NO_COLOR"] ?? "").isEmpty)
  }

  /// The findings, a paragraph for each kind in each file, and the number of all.
  var text: String {
    guard !findings.isEmpty else { return "Nothing found.\n" }
    return groups.map(paragraph).joined(separator: "\n") + "\n" + total + "\n"
  }

  /// Findings that differ in column and message alone.
  private var groups: [[Finding]] {
    findings.reduce(into: []) { groups, finding in
      if let last = groups.last?.first, last.isAlike(finding) {
        groups[groups.count - 1].append(finding)
      } else {
        groups.append([finding])
      }
    }
  }

  private func paragraph(_ group: [Finding]) -> String {
    guard let first = group.first else { return "" }
    let word = first.severity.rawValue
    let padding = String(repeating: " ", count: Self.indent - word.count)
    let file = first.file.map { "  \($0.pathForMessage.onOneLine)" } ?? ""
    let head = "\(coloured(word, first.severity))\(padding)\(first.check)\(file)\n"
    let shown = group.prefix(Self.mostColumns).flatMap { finding in
      lines((finding.column.map { "\"\($0)\": " } ?? "") + finding.message)
    }
    let rest = group.count - Self.mostColumns
    let more = rest > 0 ? lines("and \(rest) more; --json lists all") : []
    return head
      + (shown + more + lines(first.why, "why  ") + lines(first.action, "do   ")).joined()
  }

  /// A text in lines that are indented, the first of them with a label.
  private func lines(_ text: String, _ label: String = "") -> [String] {
    let margin = String(repeating: " ", count: Self.indent)
    let hanging = String(repeating: " ", count: label.count)
    return text.onOneLine.wrapped(to: width - Self.indent - label.count).enumerated().map {
      "\(margin)\($0.offset == 0 ? label : hanging)\($0.element)\n"
    }
  }

  private var total: String {
    let counts = Severity.allCases.compactMap { severity -> String? in
      let count = findings.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return counts.joined(separator: ", ")
  }

  /// A word in bold and in the colour of its severity (ECMA-48, SGR): red, yellow, cyan.
  private func coloured(_ word: String, _ severity: Severity) -> String {
    guard isColoured else { return word }
    let colour =
      switch severity {
      case .error: 31
      case .warning: 33
      case .note: 36
      }
    return "\u{1B}[1;\(colour)m\(word)\u{1B}[m"
  }
}

extension Finding {
  /// Whether two findings differ in column and message alone.
  fileprivate func isAlike(_ other: Finding) -> Bool {
    var same = other
    (same.column, same.message) = (column, message)
    return self == same
  }
}
