extension BuiltInThemes {
  /// The text of `themes/ridgeline-dark.toml`.
  static let ridgelineDark = """
    # The default theme: dark.
    name = "ridgeline-dark"

    [palette]
    ink = "#c9ccd6"
    bright = "#f2f4fa"
    grey = "#8d93a4"
    slate = "#4a5064"
    night = "#2a2e40"
    blue = "#5fb0f5"
    green = "#7fd88f"
    orange = "#f2a73b"
    pink = "#e58ac9"
    red = "#f0696f"
    violet = "#b79cff"
    amber = "#96754a"
    mint = "#62cfc0"
    straw = "#e0d67c"
    ash = "#6f7588"
    rosewood = "#b5808c"

    [roles]
    background = { bg = "#101218" }
    text = "ink"
    muted = "grey"
    value = "bright"
    title = { fg = "bright", bold = true }
    border = "slate"
    borderFocused = "violet"
    accent = "violet"
    on = "violet"
    off = "grey"
    good = "mint"
    warning = "straw"
    bad = "red"
    selection = { bg = "night", bold = true }
    train = "blue"
    validation = "green"
    test = "orange"
    source = "pink"
    ghost = "amber"
    trainFill = "#2b5f8f"
    validationFill = "#3b7a48"
    testFill = "#a0701f"
    sourceFill = "#8a4878"
    overlap = "#948c9e"
    band = { bg = "#2b3048" }
    barLow = "ash"
    barMiddle = "rosewood"
    barHigh = "red"
    markLabel = "violet"
    keyHint = "#9aa0b2"
    keyHintKey = { fg = "violet", bold = true }

    """
}
