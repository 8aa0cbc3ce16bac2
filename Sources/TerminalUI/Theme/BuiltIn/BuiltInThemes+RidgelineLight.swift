extension BuiltInThemes {
  /// The text of `themes/ridgeline-light.toml`.
  static let ridgelineLight = """
    # The light theme for daylight and projectors.
    name = "ridgeline-light"

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
    mint = "#0c6f6c"
    straw = "#6d6200"
    ash = "#9ba1ae"
    rosewood = "#c08088"

    [roles]
    background = { bg = "#fafaf7" }
    text = "ink"
    muted = "grey"
    value = "black"
    title = { fg = "black", bold = true }
    border = "silver"
    borderFocused = "violet"
    accent = "violet"
    on = "violet"
    off = "grey"
    good = "mint"
    warning = "straw"
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
    barLow = "ash"
    barMiddle = "rosewood"
    barHigh = "red"
    markLabel = "violet"
    keyHint = "#5c616e"
    keyHintKey = { fg = "violet", bold = true }

    """
}
