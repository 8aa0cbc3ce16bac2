import Testing

import TerminalUI

@Suite struct MemoryTerminalTests {
  @Test func playsItsScriptAndKeepsWhatItIsShown() {
    let terminal = MemoryTerminal(
      size: Size(width: 8, height: 2),
      script: [[.key(.tab), .key(.enter)], [.resize(Size(width: 20, height: 5))]])
    #expect(terminal.nextEvents(timeoutMilliseconds: 0) == [.key(.tab), .key(.enter)])
    #expect(terminal.size == Size(width: 8, height: 2))
    _ = terminal.nextEvents(timeoutMilliseconds: 0)
    #expect(terminal.size == Size(width: 20, height: 5))
    #expect(terminal.nextEvents(timeoutMilliseconds: 0) == [.hangUp])
    terminal.present(Screen(size: terminal.size))
    #expect(terminal.screen?.size == terminal.size)
    terminal.close()
    #expect(terminal.isClosed)
  }
}
