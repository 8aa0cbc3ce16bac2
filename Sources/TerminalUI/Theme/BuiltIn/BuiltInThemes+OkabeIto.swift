extension BuiltInThemes {
  /// The text of `themes/okabe-ito.toml`.
  static let okabeIto = """
    # For every eye: the palette of Okabe and Ito (Color Universal Design, 2008), on a dark background.
    # The curves stay apart with protanopia, deuteranopia and tritanopia.
    name = "okabe-ito"
    inherits = "ridgeline-dark"
    designed-for = "#101218"

    [palette]
    sky = "#56b4e9"
    yellow = "#f0e442"
    vermillion = "#d55e00"
    teal = "#009e73"
    purple = "#cc79a7"
    gold = "#e69f00"
    violet = "#8ec9f0"

    [roles]
    good = "sky"
    warning = "yellow"
    bad = "#e8721a"
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
    barLow = "sky"
    barMiddle = "yellow"
    barHigh = "vermillion"

    """
}
