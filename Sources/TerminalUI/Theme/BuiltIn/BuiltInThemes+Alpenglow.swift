extension BuiltInThemes {
  /// The text of `themes/alpenglow.toml`.
  static let alpenglow = """
    # Rock in the last light: plum, rose and gold on a dark ground.
    name = "alpenglow"
    inherits = "ridgeline-dark"

    [palette]
    ink = "#d8cdd6"
    bright = "#fbf1ea"
    grey = "#94869a"
    slate = "#5a4a62"
    night = "#35263d"
    blue = "#86b3e8"
    green = "#9fd3a5"
    orange = "#f5b556"
    pink = "#e87fb4"
    red = "#f2706b"
    violet = "#f08fa8"
    amber = "#957059"
    mint = "#7fd6cf"
    straw = "#e6dc8e"
    ash = "#776a80"
    rosewood = "#b27f8f"

    [roles]
    background = { bg = "#17121b" }
    trainFill = "#45648f"
    testFill = "#a86f2c"
    overlap = "#b09aa6"
    band = { bg = "#2b2030" }
    keyHint = "#a899ac"

    """
}
