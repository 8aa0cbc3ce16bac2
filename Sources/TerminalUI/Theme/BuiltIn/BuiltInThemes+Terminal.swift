extension BuiltInThemes {
  /// The text of `themes/terminal.toml`.
  static let terminal = """
    # The sixteen colours of the terminal itself, whatever they are.
    name = "terminal"

    [roles]
    text = "terminal"
    muted = { fg = "terminal", dim = true }
    value = { fg = "terminal", bold = true }
    title = { fg = "terminal", bold = true }
    border = { fg = "terminal", dim = true }
    borderFocused = "magenta"
    accent = "magenta"
    on = "magenta"
    off = { fg = "terminal", dim = true }
    good = "cyan"
    warning = "bright-red"
    bad = "red"
    selection = { bold = true, underline = true }
    train = "blue"
    validation = "green"
    test = "yellow"
    source = "magenta"
    ghost = "bright-black"
    trainFill = "blue"
    validationFill = "green"
    testFill = "yellow"
    sourceFill = "magenta"
    overlap = "white"
    band = "bright-black"
    barLow = "bright-black"
    barMiddle = "terminal"
    barHigh = "red"
    markLabel = "magenta"
    keyHint = "terminal"
    keyHintKey = { fg = "magenta", bold = true }

    """
}
