extension BuiltInThemes {
  /// The text of `themes/ridgeline-light.toml`.
  static let ridgelineLight = """
    # The default theme for a light background.
    name = "ridgeline-light"
    designed-for = "#fafaf7"

    [palette]
    ink = "#2f333d"
    black = "#111318"
    grey = "#666b78"
    silver = "#b4b8c2"
    mist = "#e2e4ec"
    blue = "#1763b8"
    green = "#1d7a3a"
    orange = "#ad5200"
    pink = "#a13683"
    red = "#c0262d"
    violet = "#6a3fc4"
    sand = "#948068"

    [roles]
    text = "ink"
    muted = "grey"
    value = "black"
    title = { fg = "black", bold = true }
    border = "silver"
    borderFocused = "violet"
    accent = "violet"
    on = "violet"
    off = "grey"
    good = "green"
    warning = "orange"
    bad = "red"
    selection = { bg = "mist", bold = true }
    train = "blue"
    validation = "green"
    test = "orange"
    source = "pink"
    ghost = "sand"
    trainFill = "#7fb0e6"
    validationFill = "#83c795"
    testFill = "#f0b070"
    sourceFill = "#dd9ccb"
    overlap = "#8b7f92"
    band = { bg = "#ebe8e0" }
    barLow = "green"
    barMiddle = "#d98a1f"
    barHigh = "red"
    markLabel = "violet"
    keyHint = "#5c616e"
    keyHintKey = { fg = "violet", bold = true }

    """
}
