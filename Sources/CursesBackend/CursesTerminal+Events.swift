import CTerminal
public import TerminalUI

extension CursesTerminal {
  /// Waits for input and returns everything that has come in, in order.
  ///
  /// Ctrl-Z sent as a signal (SIGTSTP) arrives as the key, so that the program suspends in its own
  /// way. After a hang-up every call reports it at once.
  ///
  /// - Parameter timeoutMilliseconds: The longest time to wait; negative waits for ever.
  /// - Returns: The events; empty when the time ran out.
  public func nextEvents(timeoutMilliseconds: Int) -> [TerminalEvent] {
    if isGone { return [.hangUp] }
    if isClosed { return [] }
    let end = timeoutMilliseconds < 0 ? Int64.max : ct_clock() + Int64(timeoutMilliseconds)
    while true {
      let events = waitOnce(until: end)
      if !events.isEmpty { return events }
      if ct_clock() >= end { return [] }
    }
  }

  private func waitOnce(until end: Int64) -> [TerminalEvent] {
    if isAway { comeBackWhenInFront() }
    var events = waiting
    waiting = []
    let now = ct_clock()
    var wake = events.isEmpty ? end : now
    if let deadline = decoder.deadline { wake = min(wake, deadline) }
    if isAway { wake = min(wake, now + Self.awayCheckMilliseconds) }
    let found = ct_wait(Self.duration(from: now, to: wake), !isAway)
    if found & CT_SIGNAL != 0 { events += takeSignals() }
    if found & (CT_INPUT | CT_GONE) != 0, !isAway { events += readKeys() }
    events += decoder.expire(at: ct_clock())
    return events
  }

  /// How often to look whether the terminal listens to us again.
  private static var awayCheckMilliseconds: Int64 { 200 }

  private static func duration(from now: Int64, to end: Int64) -> Int32 {
    end == .max ? -1 : Int32(clamping: max(0, end - now))
  }

  private func readKeys() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    while true {
      let (bytes, isOpen) = Self.readBytes()
      if !isOpen {
        isGone = true
        return events + [.hangUp]
      }
      if bytes.isEmpty { return events }
      events += decoder.feed(bytes, at: ct_clock())
    }
  }

  private static func readBytes() -> (bytes: [UInt8], isOpen: Bool) {
    var isOpen = true
    let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      let read = ct_read(buffer.baseAddress, buffer.count)
      isOpen = read >= 0
      count = max(0, read)
    }
    return (bytes, isOpen)
  }

  private func takeSignals() -> [TerminalEvent] {
    let signals = ct_take_signals()
    func came(_ bit: UInt32) -> Bool { signals & bit != 0 }
    var events: [TerminalEvent] = []
    if came(CT_CONTINUED), !isAway {
      // Stopped without warning (SIGSTOP): the shell has used the terminal in the meantime.
      isAway = true
      comeBackWhenInFront()
    }
    if came(CT_RESIZED), !isAway, ct_resize() {
      shown = nil
      events.append(.resize(size))
    }
    if came(CT_SUSPEND) { events.append(.key(.control("z"))) }
    if came(CT_INTERRUPT) { events.append(.interrupt) }
    if came(CT_TERMINATE) { events.append(.terminate) }
    if came(CT_HANG_UP) { events.append(.hangUp) }
    return events
  }
}
