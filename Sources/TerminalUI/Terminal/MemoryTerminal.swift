/// A terminal in memory: its events are scripted, and what it is shown is kept.
public final class MemoryTerminal: Terminal {
  /// The present size; a scripted `.resize` changes it as it is delivered.
  public private(set) var size: Size
  /// The colours it claims to have.
  public let colourDepth: ColourDepth
  /// The screens shown, oldest first.
  public private(set) var presented: [Screen] = []
  /// How often a full redraw was asked for.
  public private(set) var redrawCount = 0
  /// How often the program suspended itself.
  public private(set) var suspendCount = 0
  /// Whether the terminal was given back.
  public private(set) var isClosed = false

  private var script: [[TerminalEvent]]

  /// A terminal of the given size that will deliver `script`, one batch a call.
  ///
  /// When the script has run out it reports a hang-up, so that a loop under test always ends.
  public init(
    size: Size, colourDepth: ColourDepth = .trueColour, script: [[TerminalEvent]] = []
  ) {
    self.size = size
    self.colourDepth = colourDepth
    self.script = script.reversed()
  }

  /// A terminal that will deliver one key a call.
  public convenience init(
    size: Size, colourDepth: ColourDepth = .trueColour, keys: [Key]
  ) {
    self.init(size: size, colourDepth: colourDepth, script: keys.map { [.key($0)] })
  }

  /// The screen shown last, if any.
  public var screen: Screen? { presented.last }

  /// Keeps `screen`.
  public func present(_ screen: Screen) { presented.append(screen) }

  /// The script's next batch of events, at once.
  public func nextEvents(timeoutMilliseconds: Int) -> [TerminalEvent] {
    guard let events = script.popLast() else { return [.hangUp] }
    for case .resize(let size) in events { self.size = size }
    return events
  }

  /// Counts the call.
  public func redraw() { redrawCount += 1 }

  /// Counts the call.
  public func suspend() { suspendCount += 1 }

  /// Notes that the terminal was given back.
  public func close() { isClosed = true }
}
