extension BuiltInThemes {
  /// The text of `themes/glacier.toml`.
  static let glacier = """
    # Ice and deep water: a cool light theme.
    name = "glacier"
    inherits = "ridgeline-light"

    [palette]
    ink = "#24384a"
    black = "#0a1a28"
    grey = "#506678"
    silver = "#a3bac9"
    mist = "#cddfea"
    blue = "#0b5fa5"
    green = "#0d7050"
    orange = "#a84c00"
    pink = "#8f3a86"
    red = "#b3212f"
    violet = "#3c4fb8"
    sand = "#7d8a94"
    mint = "#006b73"
    straw = "#665e00"
    ash = "#94a6b3"
    rosewood = "#b97c8c"

    [roles]
    background = { bg = "#eef5f9" }
    trainFill = "#6fa9dc"
    testFill = "#eaa766"
    overlap = "#77808f"
    band = { bg = "#dde8ef" }
    keyHint = "#47596a"

    """
}
