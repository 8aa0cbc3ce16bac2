extension BuiltInThemes {
  /// The text of `themes/high-contrast.toml`.
  static let highContrast = """
    # White and strong colours on black: nothing is faint.
    name = "high-contrast"

    [palette]
    white = "#ffffff"
    grey = "#c8c8c8"
    cyan = "#4fd8ff"
    lime = "#7dff6a"
    yellow = "#ffe14d"
    orange = "#ffb066"
    rose = "#ff9ad5"
    coral = "#ff8a80"

    [roles]
    background = { bg = "#000000" }
    text = "white"
    muted = "grey"
    value = { fg = "white", bold = true }
    title = { fg = "white", bold = true }
    border = "#9a9a9a"
    borderFocused = { fg = "yellow", bold = true }
    accent = "yellow"
    on = { fg = "yellow", bold = true }
    off = "grey"
    good = "#a8fff0"
    warning = "yellow"
    bad = { fg = "coral", bold = true }
    selection = { bg = "#0a3f8f", bold = true }
    train = { fg = "cyan", bold = true }
    validation = { fg = "lime", bold = true }
    test = { fg = "orange", bold = true }
    source = "rose"
    ghost = "#a8a8a8"
    trainFill = "#1a8cff"
    validationFill = "#2fb81e"
    testFill = "#ff8c1a"
    sourceFill = "#d94f9f"
    overlap = "white"
    band = { bg = "#3a3a3a" }
    barLow = "#8c8c8c"
    barMiddle = "#d9a6a6"
    barHigh = "coral"
    markLabel = "yellow"
    keyHint = "white"
    keyHintKey = { fg = "yellow", bold = true }

    """
}
