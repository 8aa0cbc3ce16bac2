import PseudoTerminal

/// The probe on a terminal of its own, started and drawn.
func probe(
  on type: String = "xterm-256color", _ arguments: [String] = [],
  environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
) throws -> PseudoTerminal {
  let terminal = try PseudoTerminal(
    running: Built.program("terminal-probe"), arguments,
    environment: Built.environment(terminal: type, adding: environment),
    columns: columns, rows: rows)
  _ = terminal.waitForText("probe \(columns)x\(rows)")
  return terminal
}

extension PseudoTerminal {
  /// Whether everything is as it was before the program: line settings, screen, cursor, modes.
  var isGivenBack: Bool { settings == settingsBefore && screen.isShells }
}
