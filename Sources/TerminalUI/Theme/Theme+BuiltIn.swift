extension Theme {
  /// The default theme, for a dark background.
  public static let dark = Theme(
    name: "ridgeline-dark", designedFor: .rgb(0x10, 0x12, 0x18),
    styles: [
      .text: foreground(0xC9CCD6), .muted: foreground(0x7F8596), .border: foreground(0x4A5064),
      .value: foreground(0xF2F4FA), .title: foreground(0xF2F4FA, .bold),
      .accent: foreground(0xB79CFF), .off: foreground(0x7F8596), .good: foreground(0x7FD88F),
      .warning: foreground(0xF2A73B), .bad: foreground(0xF0696F),
      .selection: Style(background: .rgb(0x2A, 0x2E, 0x40), attributes: .bold),
      .train: foreground(0x5FB0F5), .validation: foreground(0x7FD88F),
      .test: foreground(0xF2A73B), .source: foreground(0xE58AC9), .ghost: foreground(0x8A6A3A),
      .trainFill: foreground(0x2B5F8F), .testFill: foreground(0xA0701F),
      .overlap: foreground(0x948C9E), .band: Style(background: .rgb(0x22, 0x26, 0x36)),
      .barLow: foreground(0x7FD88F), .barMiddle: foreground(0xF2A73B),
      .barHigh: foreground(0xF0696F), .markLabel: foreground(0xB79CFF),
      .keyHint: foreground(0x9AA0B2), .keyHintKey: foreground(0xB79CFF, .bold),
    ])

  private static func foreground(_ hex: UInt32, _ attributes: Attributes = []) -> Style {
    Style(
      foreground: .rgb(UInt8(hex >> 16 & 0xFF), UInt8(hex >> 8 & 0xFF), UInt8(hex & 0xFF)),
      attributes: attributes)
  }
}
