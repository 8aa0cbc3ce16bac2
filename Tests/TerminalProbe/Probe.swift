import CursesBackend
import Foundation
import TerminalUI

/// The probe's loop: each event adds a line, some keys do something dangerous.
struct Probe {
  let terminal: CursesTerminal
  private var log: [String] = []
  private var picture = Picture.log
  private var frame = 0

  /// What is drawn.
  private enum Picture { case log, colours, wide, busy, frozen }

  init(terminal: CursesTerminal) { self.terminal = terminal }

  /// Runs until told to end, and returns the exit status.
  mutating func run() -> Int32 {
    while true {
      terminal.present(screen())
      let timeout = picture == .busy ? 1 : 100
      for event in terminal.nextEvents(timeoutMilliseconds: timeout) {
        if let status = answer(event) { return status }
      }
      if picture == .busy { frame += 1 }
    }
  }

  private mutating func answer(_ event: TerminalEvent) -> Int32? {
    log.append("<\(Self.describe(event))>")
    switch event {
    case .key(.character("q")): return 0
    case .terminate: return 15
    case .interrupt: return 2
    case .hangUp: return 1
    case .key(let key): act(on: key)
    default: break
    }
    return nil
  }

  private mutating func act(on key: Key) {
    switch key {
    case .control("z"): terminal.suspend()
    case .control("l"): terminal.redraw()
    case .character("T"): fatalError("trapped on purpose")
    case .character("B"): inBackground { fatalError("trapped in the background") }
    case .character("O"): inBackground { print(Self.exhaustStack(1)) }
    case .character("E"): exit(3)
    case .character("P"): FileHandle.standardError.write(Data("a stray line\n".utf8))
    case .character("L"): picture = .log
    case .character("C"): picture = .colours
    case .character("W"): picture = .wide
    case .character("A"): picture = .busy
    case .character("F"): picture = .frozen
    default: break
    }
  }

  private func inBackground(_ work: @escaping @Sendable () -> Void) {
    Thread {
      CursesTerminal.guardCurrentThread()
      work()
    }.start()
  }

  private static func exhaustStack(_ depth: Int) -> Int {
    depth < 0 ? 0 : exhaustStack(depth + 1) + depth
  }

  private static func describe(_ event: TerminalEvent) -> String {
    switch event {
    case .key(let key): "\(key)"
    case .paste(let text): "paste \(text.count) \(text.prefix(20).filter { $0 != "\n" })"
    case .resize(let size): "resize \(size.width)x\(size.height)"
    default: "\(event)"
    }
  }

  private func screen() -> Screen {
    let size = terminal.size
    var screen = Screen(size: size)
    switch picture {
    case .log: drawLog(&screen)
    case .colours: Pictures.colours(&screen)
    case .wide: Pictures.wide(&screen)
    case .busy: Pictures.busy(&screen, frame: frame)
    case .frozen:
      Pictures.busy(&screen, frame: frame)
      screen.put("frozen", at: Point(x: 0, y: 1), style: .plain)
    }
    if size.width > 0, size.height > 0 {
      screen[size.width - 1, size.height - 1] = Cell("@")
    }
    return screen
  }

  private func drawLog(_ screen: inout Screen) {
    let size = terminal.size
    screen.put(
      "probe \(size.width)x\(size.height) \(terminal.colourDepth) utf8 \(terminal.isUTF8)",
      at: Point(x: 0, y: 0), style: .plain)
    let visible = max(0, size.height - 2)
    for (row, line) in log.suffix(visible).enumerated() {
      screen.put(line, at: Point(x: 0, y: row + 1), style: .plain)
    }
  }
}
