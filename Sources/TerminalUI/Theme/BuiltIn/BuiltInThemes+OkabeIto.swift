extension BuiltInThemes {
  /// The text of `themes/okabe-ito.toml`.
  static let okabeIto = """
    # For every eye: the palette of Okabe and Ito (Color Universal Design, 2008), on a dark background.
    # The curves stay apart with protanopia, deuteranopia and tritanopia.
    name = "okabe-ito"
    inherits = "ridgeline-dark"

    [palette]
    sky = "#56b4e9"
    yellow = "#f0e442"
    vermillion = "#d55e00"
    teal = "#009e73"
    purple = "#cc79a7"
    wheat = "#ffe9c4"
    salmon = "#ffb0a4"
    violet = "#cbc6f7"
    ash = "#4c5160"
    rosewood = "#837c8f"

    [roles]
    good = "teal"
    warning = "wheat"
    bad = "salmon"
    train = "sky"
    validation = "yellow"
    test = "vermillion"
    source = "purple"
    ghost = "#8c8c8c"
    trainFill = "#0072b2"
    validationFill = "#c9be2e"
    testFill = "vermillion"
    sourceFill = "#8f5476"
    overlap = "#e6e2da"
    barHigh = "salmon"

    """
}
