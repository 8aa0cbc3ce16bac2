public import TerminalUI

extension KeyMap<KeyAction> {
  /// The keys of the dashboard: the one table that dispatches them and that the help is made from.
  public static let dashboard = KeyMap(training + penalties + features + screen)

  private static let training: [KeyBinding<KeyAction>] = [
    KeyBinding(
      .pauseOrResume, keys: [.character(" ")], group: "training", help: "pause, resume",
      hint: "pause"),
    KeyBinding(
      .stepBatch, keys: [.character("o")], group: "training", help: "train one batch, when paused",
      hint: "one batch"),
    KeyBinding(
      .restart, keys: [.character("r")], group: "training",
      help: "restart from the base with the present settings, same seed", hint: "restart"),
    KeyBinding(
      .restartNextSeed, keys: [.character("R")], group: "training",
      help: "restart from the base with the next seed", hint: "next seed"),
    KeyBinding(
      .extend, keys: [.character("c")], group: "training", help: "go on for as many epochs again",
      hint: "go on"),
    KeyBinding(
      .paceSlower, keys: [.character("<")], group: "training", help: "pace slower",
      hint: "slower"),
    KeyBinding(
      .paceFaster, keys: [.character(">")], group: "training",
      help: "pace faster, up to full speed", hint: "faster"),
    KeyBinding(
      .save, keys: [.character("w")], group: "training", help: "save the weights", hint: "save"),
  ]

  private static let penalties: [KeyBinding<KeyAction>] = [
    KeyBinding(
      .toggleL1, keys: [.character("1")], group: "penalties and rate", help: "L1 on, off",
      hint: "L1"),
    KeyBinding(
      .toggleL2, keys: [.character("2")], group: "penalties and rate", help: "L2 on, off",
      hint: "L2"),
    KeyBinding(
      .l1Weaker, keys: [.character("[")], group: "penalties and rate",
      help: "L1 weaker by half a decade", hint: "L1 -"),
    KeyBinding(
      .l1Stronger, keys: [.character("]")], group: "penalties and rate",
      help: "L1 stronger by half a decade", hint: "L1 +"),
    KeyBinding(
      .l2Weaker, keys: [.character("{")], group: "penalties and rate",
      help: "L2 weaker by half a decade", hint: "L2 -"),
    KeyBinding(
      .l2Stronger, keys: [.character("}")], group: "penalties and rate",
      help: "L2 stronger by half a decade", hint: "L2 +"),
    KeyBinding(
      .learningRateDown, keys: [.character(",")], group: "penalties and rate",
      help: "learning rate down by half a decade", hint: "rate -"),
    KeyBinding(
      .learningRateUp, keys: [.character(".")], group: "penalties and rate",
      help: "learning rate up by half a decade", hint: "rate +"),
    KeyBinding(
      .settings, keys: [.function(2)], group: "penalties and rate",
      help: "settings: up and down select, left and right alter", hint: "settings"),
  ]

  private static let features: [KeyBinding<KeyAction>] = [
    KeyBinding(
      .nextFeature, keys: [.character("n")], group: "features", help: "next feature",
      hint: "next"),
    KeyBinding(
      .previousFeature, keys: [.character("p")], group: "features", help: "previous feature",
      hint: "previous"),
    KeyBinding(
      .view, keys: [.character("v")], group: "features",
      help: "inputs, steps of series, hidden layers, logits, predictions", hint: "view"),
    KeyBinding(
      .form, keys: [.character("f")], group: "features",
      help: "form of the histogram: overlay, mirrored, difference, cumulative", hint: "form"),
    KeyBinding(
      .order, keys: [.character("b")], group: "features",
      help: "list by drift x use, drift, use, p, name", hint: "by"),
    KeyBinding(
      .reference, keys: [.character("x")], group: "features",
      help: "compare test with train, validation, source", hint: "reference"),
  ]

  private static let screen: [KeyBinding<KeyAction>] = [
    KeyBinding(
      .nextPanel, keys: [.tab], group: "screen", help: "next panel", hint: "panel"),
    KeyBinding(
      .previousPanel, keys: [.backTab], group: "screen", help: "previous panel"),
    KeyBinding(
      .fullScreen, keys: [.enter, .character("z")], group: "screen",
      help: "panel to full screen and back", hint: "full screen"),
    KeyBinding(.back, keys: [.escape], group: "screen", help: "back; never quits", hint: "back"),
    KeyBinding(.moveUp, keys: [.up, .character("k")], group: "screen", help: "move up"),
    KeyBinding(.moveDown, keys: [.down, .character("j")], group: "screen", help: "move down"),
    KeyBinding(
      .moveLeft, keys: [.left, .character("h")], group: "screen",
      help: "move left; lower a setting"),
    KeyBinding(
      .moveRight, keys: [.right, .character("l")], group: "screen",
      help: "move right; raise a setting"),
    KeyBinding(.pageUp, keys: [.pageUp], group: "screen", help: "ten rows up"),
    KeyBinding(.pageDown, keys: [.pageDown], group: "screen", help: "ten rows down"),
    KeyBinding(.first, keys: [.home], group: "screen", help: "first row"),
    KeyBinding(.last, keys: [.end], group: "screen", help: "last row"),
    KeyBinding(
      .ghost, keys: [.character("g")], group: "screen",
      help: "ghost: the last run, an earlier one, none", hint: "ghost"),
    KeyBinding(
      .logarithmicScale, keys: [.character("y")], group: "screen",
      help: "loss on a logarithmic scale", hint: "log scale"),
    KeyBinding(
      .smoothing, keys: [.character("s")], group: "screen", help: "smoother curves",
      hint: "smoothing"),
    KeyBinding(.theme, keys: [.character("t")], group: "screen", help: "next theme"),
    KeyBinding(.help, keys: [.character("?"), .function(1)], group: "screen", help: "help"),
    KeyBinding(.redraw, keys: [.control("l")], group: "screen", help: "draw everything anew"),
    KeyBinding(
      .suspend, keys: [.control("z")], group: "screen", help: "suspend; training pauses"),
    KeyBinding(
      .quit, keys: [.character("q"), .control("c")], group: "screen",
      help: "quit; asks only while training is unfinished", hint: "quit"),
  ]
}
